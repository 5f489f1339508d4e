package io.github.crmkit.pricerule;

import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.promotion.PromotionStanding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What rules may ask of one line that is being priced. {@link PricingFields} gives these facts the names that conditions use.
 *
 * @param customer who buys; shared by the lines of a request
 * @param article what is bought
 * @param quantity how much, in the product's own unit, pooled with other lines as the price book says
 * @param unit the unit that the line counts in
 * @param date the day that prices are asked for, in the organisation's zone
 * @param currency of the prices
 * @param book the price book; absent where there is none
 */
public record PricingContext(
        Customer customer,
        Article article,
        Quantity quantity,
        String unit,
        LocalDate date,
        CurrencyUnit currency,
        @Nullable PriceBookId book) {

    /**
     * Who buys, through what, and which promotions they are granted.
     *
     * @param promotions how the promotions stand that rules name; one that is not among them is not granted
     * @param custom the values of a host's own fields, by name, as {@link CustomField} declares them
     */
    public record Customer(
            @Nullable AccountId account,
            @Nullable String group,
            @Nullable String territory,
            @Nullable String channel,
            @Nullable String campaign,
            Map<PromotionId, PromotionStanding> promotions,
            Map<String, Object> custom) {

        /** Somebody of whom nothing is known. */
        public static final Customer UNKNOWN = new Customer(null, null, null, null, null, Map.of(), Map.of());

        public Customer {
            promotions = Map.copyOf(promotions);
            custom = Map.copyOf(custom);
        }

        /** This account, in this group and this territory. */
        public static Customer of(AccountId account, @Nullable String group, @Nullable String territory) {
            return new Customer(account, group, territory, null, null, Map.of(), Map.of());
        }

        /** Buying through this channel, because of this campaign. */
        public Customer through(@Nullable String nextChannel, @Nullable String nextCampaign) {
            return new Customer(account, group, territory, nextChannel, nextCampaign, promotions, custom);
        }

        /** With these promotions. */
        public Customer promotions(Map<PromotionId, PromotionStanding> standings) {
            return new Customer(account, group, territory, channel, campaign, standings, custom);
        }

        /** With these values of a host's own fields. */
        public Customer custom(Map<String, Object> values) {
            return new Customer(account, group, territory, channel, campaign, promotions, values);
        }
    }

    /**
     * What is bought.
     *
     * @param model the model that the product is a variant of; absent for any other product
     * @param categories the category of the product and those above it, the nearest first
     */
    public record Article(ProductId product, @Nullable ProductId model, List<CategoryId> categories, String sku) {
        public Article {
            categories = List.copyOf(categories);
        }
    }

    /** The same line with another quantity. */
    public PricingContext quantity(Quantity other) {
        return new PricingContext(customer, article, other, unit, date, currency, book);
    }

    /** The same line on another day. */
    public PricingContext date(LocalDate other) {
        return new PricingContext(customer, article, quantity, unit, other, currency, book);
    }

    /** The same line for another customer. */
    public PricingContext customer(Customer other) {
        return new PricingContext(other, article, quantity, unit, date, currency, book);
    }
}
