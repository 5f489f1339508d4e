package io.github.crmkit.jdbc.pricing;

import io.github.crmkit.agreement.ContractPrice;
import io.github.crmkit.agreement.ContractPriceFields;
import io.github.crmkit.agreement.ContractPriceId;
import io.github.crmkit.agreement.ContractPrices;
import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.jdbc.value.Values;
import org.joda.money.CurrencyUnit;

/** Contracted prices. Its unique key begins with account and product, so that it serves their lookup as well. */
public final class ContractPriceTable {

    private ContractPriceTable() {}

    public static Table<ContractPrice, ContractPriceId> declared() {
        return Table.of(ContractPrices.TYPE, "contract_price", t -> {
            var account = t.field(ContractPriceFields.ACCOUNT, "account_id");
            var product = t.field(ContractPriceFields.PRODUCT, "product_id");
            var unit = t.field(ContractPriceFields.UNIT);
            var currency = t.field(ContractPriceFields.CURRENCY);
            var price = t.field(ContractPriceFields.PRICE);
            var from = t.field(ContractPriceFields.VALID_FROM);
            var until = t.field(ContractPriceFields.VALID_UNTIL);
            var active = t.field(ContractPriceFields.ACTIVE);
            var reference = t.field(ContractPriceFields.REFERENCE);
            t.stamp(ContractPriceFields.CREATED_AT, "created_at");
            t.index("ix_contract_price_product", ContractPriceFields.PRODUCT.asc());
            return row -> new ContractPrice(
                    row.id(),
                    row.stamp(),
                    row.get(account),
                    row.get(product),
                    row.get(unit),
                    Values.price(CurrencyUnit.of(row.get(currency)), row.get(price)),
                    Values.days(row.get(from), row.optional(until)),
                    row.get(active),
                    row.optional(reference));
        });
    }
}
