package io.github.crmkit.opportunity;

import static io.github.crmkit.opportunity.DealShop.TODAY;
import static io.github.crmkit.opportunity.DealShop.thb;
import static io.github.crmkit.opportunity.OpportunityDoor.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.Action;
import io.github.crmkit.access.Denying;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.deal.AmountMode;
import io.github.crmkit.deal.DealLine;
import io.github.crmkit.deal.Recurring;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.opportunity.OpportunityCommand.SetAmount;
import io.github.crmkit.opportunity.OpportunityCommand.SetLines;
import io.github.crmkit.price.PriceRequest;
import io.github.crmkit.pricebook.PriceEntryId;
import io.github.crmkit.pricebook.PriceEntryService.NewPrice;
import io.github.crmkit.storage.StaleVersionException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a deal would sell, and whether that is what it is worth. */
class DealLinesTest {

    private final DealShop shop = new DealShop();

    @Test
    void lines_at_the_prices_of_a_book_are_the_amount() {
        Opportunity sold = shop.deals()
                .setLines(asked(shop.deal).line(PriceRequest.of(shop.tile, 500)).line(PriceRequest.of(shop.grout, 40)));

        assertThat(sold.amount()).contains(thb("57420.00"));
        assertThat(sold.expectation().mode()).isEqualTo(AmountMode.LINES);
        DealLine first = sold.dossier().lines().get(0);
        assertThat(first.toString()).isEqualTo("500 piece TILE-60 at THB 108.00");
        assertThat(first.pricedBy()).hasValueSatisfying(origin -> {
            assertThat(origin.book()).isEqualTo(shop.wholesale.id());
            EntityRef last = origin.sources().get(1);
            assertThat(last.type()).isEqualTo("price-entry");
            assertThat(shop.sales.prices().get(new PriceEntryId(last.id())).price())
                    .isEqualTo(UnitPrice.parse("THB 108.00"));
            assertThat(origin.on()).isEqualTo(TODAY);
        });
        assertThat(shop.deals().history(sold.id()).get(1).change(OpportunityFields.AMOUNT))
                .hasValueSatisfying(change -> assertThat(change.after()).isEqualTo("57420.000000"));
    }

    @Test
    void later_prices_leave_the_lines_alone() {
        Opportunity sold = shop.deals().setLines(asked(shop.deal).line(PriceRequest.of(shop.tile, 10)));
        shop.price(NewPrice.of(shop.tile, thb("999.00")));

        assertThat(shop.now().amount()).contains(thb("1200.00"));
        assertThat(shop.deals()
                        .setLines(asked(sold).line(PriceRequest.of(shop.tile, 10)))
                        .amount())
                .contains(thb("9990.00"));
    }

    @Test
    void a_discount_is_kept_in_the_net_price_and_a_manual_price_is_entered_by_hand() {
        Opportunity sold = shop.deals()
                .setLines(asked(shop.deal)
                        .line(PriceRequest.of(shop.tile, 3).discount(new BigDecimal("33.3333")))
                        .line(PriceRequest.of(shop.grout, 2).manual(thb("80.00"))));

        assertThat(sold.dossier().lines())
                .extracting(
                        line -> line.price().toString(), line -> line.pricedBy().isPresent())
                .containsExactly(tuple("THB 80.00004", true), tuple("THB 80.00", false));
        assertThat(sold.amount()).contains(thb("400.00"));
    }

    @Test
    void without_a_book_every_price_is_given_by_hand() {
        Opportunity sold = shop.deals()
                .setLines(SetLines.of(shop.deal)
                        .line(PriceRequest.of(shop.tile, 2)
                                .manual(Money.parse("EUR 3.50"))
                                .unit("box")));

        assertThat(sold.amount()).contains(Money.parse("EUR 7.00"));
        assertThat(sold.dossier().lines()).extracting(DealLine::unit).containsExactly("box");
        assertRefused(
                () -> shop.deals()
                        .setLines(SetLines.of(sold)
                                .line(PriceRequest.of(shop.tile, 0).manual(thb("1.00")))
                                .line(PriceRequest.of(shop.tile, 1).discount(BigDecimal.ONE))),
                "lines[0].quantity positive",
                "lines[1].manual price-missing",
                "lines[1].discount discount-by-hand");
    }

    @Test
    void what_has_no_price_is_refused_and_never_free() {
        ProductId unknown = new ProductId(new UUID(0, 9));
        ProductId mat =
                shop.sales.products().create(NewProduct.of("MAT", "Mat")).id();
        shop.sales.products().archive(shop.grout);
        List<Object> before = shop.dump();

        assertRefused(
                () -> shop.deals()
                        .setLines(asked(shop.deal)
                                .line(PriceRequest.of(shop.grout, 1))
                                .line(PriceRequest.of(mat, 1))),
                "lines[0].product no-price",
                "lines[1].product no-price");
        assertRefused(
                () -> shop.deals().setLines(asked(shop.deal).line(PriceRequest.of(unknown, 1))),
                "lines[0].product not-found");
        assertRefused(
                () -> shop.deals()
                        .setLines(SetLines.of(shop.deal)
                                .line(PriceRequest.of(unknown, 1).manual(thb("1.00")))
                                .line(PriceRequest.of(shop.grout, 1).manual(thb("1.00")))),
                "lines[0].product not-found",
                "lines[1].product product-archived");
        assertThat(shop.dump()).isEqualTo(before);
    }

    @Test
    void lines_have_one_currency_which_is_that_of_what_recurs() {
        assertRefused(
                () -> shop.deals()
                        .setLines(SetLines.of(shop.deal)
                                .line(PriceRequest.of(shop.tile, 1).manual(thb("1.00")))
                                .line(PriceRequest.of(shop.tile, 1).manual(Money.parse("EUR 1.00")))),
                "lines currency-mismatch");
        Opportunity monthly =
                shop.deals().edit(EditOpportunity.of(shop.deal).recurring(Recurring.monthly(Money.parse("EUR 9.00"))));
        assertRefused(
                () -> shop.deals().setLines(asked(monthly).line(PriceRequest.of(shop.tile, 1))),
                "recurring currency-mismatch");
        assertThat(monthly.currency()).contains(Money.parse("EUR 9.00").getCurrencyUnit());
    }

    @Test
    void an_amount_is_not_written_beside_the_lines_unless_it_is_switched() {
        Opportunity sold = shop.deals().setLines(asked(shop.deal).line(PriceRequest.of(shop.tile, 1)));

        assertRefused(
                () -> shop.deals().edit(EditOpportunity.of(sold).amount(thb("1.00"))), "amount amount-from-lines");
        assertRefused(() -> shop.deals().edit(EditOpportunity.of(sold).amount(null)), "amount amount-from-lines");
        Opportunity renamed = shop.deals().edit(EditOpportunity.of(sold).name("Tiles"));
        assertThat(renamed.amount()).contains(thb("120.00"));

        Opportunity entered = shop.deals().setAmount(SetAmount.entered(renamed, thb("100.00")));
        assertThat(entered.expectation().mode()).isEqualTo(AmountMode.ENTERED);
        assertThat(entered.amount()).contains(thb("100.00"));
        assertThat(entered.dossier().lines()).hasSize(1);
        Opportunity edited = shop.deals().edit(EditOpportunity.of(entered).amount(thb("90.00")));
        assertThat(shop.deals().setAmount(SetAmount.fromLines(edited)).amount()).contains(thb("120.00"));
        assertThat(shop.told())
                .containsExactly(
                        "opportunity.opened",
                        "opportunity.lines-set",
                        "opportunity.edited",
                        "opportunity.amount-set",
                        "opportunity.edited",
                        "opportunity.amount-set");
    }

    @Test
    void an_amount_is_not_given_with_the_wish_to_take_it_from_the_lines() {
        assertRefused(
                () -> shop.deals().setAmount(new SetAmount(shop.deal.id(), 1, AmountMode.LINES, thb("-1.00"))),
                "amount amount-negative",
                "amount amount-from-lines");
    }

    @Test
    void without_lines_the_amount_is_unknown_and_not_zero() {
        Opportunity sold = shop.deals().setLines(asked(shop.deal).line(PriceRequest.of(shop.tile, 1)));

        Opportunity emptied = shop.deals().setLines(asked(sold));

        assertThat(emptied.amount()).isEmpty();
        assertThat(emptied.currency()).isEmpty();
        assertThat(shop.deals().setLines(asked(emptied))).isEqualTo(emptied);
    }

    @Test
    void whoever_saw_an_older_deal_overwrites_nothing() {
        SetLines late = asked(shop.deal).line(PriceRequest.of(shop.tile, 1));
        shop.deals().edit(EditOpportunity.of(shop.deal).name("Tiles"));

        assertThatThrownBy(() -> shop.deals().setLines(late)).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> shop.deals().setAmount(SetAmount.fromLines(shop.deal)))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void a_price_by_hand_needs_the_right_to_override() {
        Caller somchai = shop.sales.caller();
        OpportunityService bound =
                shop.crm.withPolicy(Denying.of(Action.OVERRIDE)).as(somchai).opportunities();

        assertThatThrownBy(() -> bound.setLines(
                        asked(shop.deal).line(PriceRequest.of(shop.tile, 1).manual(thb("1.00")))))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(bound.setLines(asked(shop.deal).line(PriceRequest.of(shop.tile, 1)))
                        .amount())
                .contains(thb("120.00"));
    }

    @Test
    void prices_are_those_of_the_day_that_was_asked_for() {
        LocalDate before = LocalDate.of(999, 1, 1);
        assertRefused(() -> shop.deals().setLines(asked(shop.deal).pricedOn(before)), "pricedOn date-range");
    }

    private SetLines asked(Opportunity deal) {
        return SetLines.of(deal).from(shop.wholesale.id());
    }
}
