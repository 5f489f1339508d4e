package io.github.crmkit.scenario;

import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a trader of building materials sells, and at which prices: tiles are cheaper wholesale, and from 100 boxes on; an
 * adhesive is in the catalog and in no book.
 */
record Shop(ProductId tile, ProductId grout, ProductId adhesive, PriceBookId retail, PriceBookId wholesale) {

    private static final CurrencyUnit BAHT = CurrencyUnit.of("THB");

    static Shop stockedBy(CrmSession seller) {
        seller.pipelines().installDefault();
        ProductId tile = seller.products()
                .create(NewProduct.of("TILE-60", "กระเบื้อง Floor tile 60 x 60").unit("box"))
                .id();
        ProductId grout =
                seller.products().create(NewProduct.of("GROUT-5", "Grout 5 kg")).id();
        ProductId adhesive = seller.products()
                .create(NewProduct.of("GLUE-20", "Adhesive 20 kg"))
                .id();
        PriceBookId retail =
                seller.priceBooks().open(NewPriceBook.of("Retail", BAHT)).id();
        PriceBookId wholesale =
                seller.priceBooks().open(NewPriceBook.of("Wholesale", BAHT)).id();
        seller.prices()
                .setPrices(retail, List.of(NewPrice.of(tile, baht("168.00")), NewPrice.of(grout, baht("99.00"))));
        seller.prices()
                .setPrices(
                        wholesale,
                        List.of(
                                NewPrice.of(tile, baht("120.00")),
                                NewPrice.of(tile, baht("108.00")).from(100),
                                NewPrice.of(grout, baht("85.50"))));
        return new Shop(tile, grout, adhesive, retail, wholesale);
    }

    static Money baht(String amount) {
        return Money.of(BAHT, new BigDecimal(amount));
    }
}
