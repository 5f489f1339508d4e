package io.github.crmkit.jdbc.table;

import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.jdbc.pricing.BookAssignmentTable;
import io.github.crmkit.jdbc.pricing.CategoryTable;
import io.github.crmkit.jdbc.pricing.ContractPriceTable;
import io.github.crmkit.jdbc.pricing.CouponTable;
import io.github.crmkit.jdbc.pricing.PriceBookTable;
import io.github.crmkit.jdbc.pricing.PriceEntryTable;
import io.github.crmkit.jdbc.pricing.PriceRuleTable;
import io.github.crmkit.jdbc.pricing.ProductTable;
import io.github.crmkit.jdbc.pricing.PromotionTable;
import io.github.crmkit.jdbc.pricing.RedemptionTable;
import io.github.crmkit.jdbc.pricing.RuleSetTable;
import java.util.List;

/** The tables that the library declares. */
public final class Tables {

    private Tables() {}

    /** All of them, in the order of their migrations. */
    public static List<Table<?, ?>> all() {
        return List.of(
                HistoryTable.declared(),
                AccountTable.declared(),
                ContactTable.declared(),
                AffiliationTable.declared(),
                LeadTable.declared(),
                CategoryTable.declared(),
                ProductTable.declared(),
                PriceBookTable.declared(),
                PriceEntryTable.declared(),
                ContractPriceTable.declared(),
                BookAssignmentTable.declared(),
                PromotionTable.declared(),
                CouponTable.declared(),
                RedemptionTable.declared(),
                RuleSetTable.declared(),
                PriceRuleTable.declared(),
                PipelineTable.declared(),
                OpportunityTable.declared(),
                QuoteTable.declared(),
                StandingTable.declared());
    }
}
