package io.github.crmkit.pricerule;

import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.CriteriaReader;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words that conditions of rules may use: the facts of a {@link PricingContext} by name, and a host's own fields. What is
 * not among them cannot be asked for. Immutable.
 */
public final class PricingFields {

    private static final int MAX_PATH = 1_000;

    public static final Field<PricingContext, AccountId> ACCOUNT = Field.<PricingContext, AccountId>id(
                    "account", AccountId::new, c -> c.customer().account())
            .optional();

    public static final TextField<PricingContext> GROUP = Field.<PricingContext>text(
                    "group", Target.Group.MAX_NAME, c -> c.customer().group())
            .folded()
            .optional();

    public static final TextField<PricingContext> TERRITORY = Field.<PricingContext>text(
                    "territory", Target.Group.MAX_NAME, c -> c.customer().territory())
            .folded()
            .optional();

    public static final TextField<PricingContext> CHANNEL = Field.<PricingContext>text(
                    "channel", Target.Group.MAX_NAME, c -> c.customer().channel())
            .folded()
            .optional();

    public static final TextField<PricingContext> CAMPAIGN = Field.<PricingContext>text(
                    "campaign", Target.Group.MAX_NAME, c -> c.customer().campaign())
            .folded()
            .optional();

    public static final Field<PricingContext, ProductId> PRODUCT =
            Field.id("product", ProductId::new, c -> c.article().product());

    /** The model that the product is a variant of. */
    public static final Field<PricingContext, ProductId> MODEL = Field.<PricingContext, ProductId>id(
                    "model", ProductId::new, c -> c.article().model())
            .optional();

    /** The nearest category. */
    public static final Field<PricingContext, CategoryId> CATEGORY = Field.<PricingContext, CategoryId>id(
                    "category",
                    CategoryId::new,
                    c -> c.article().categories().stream().findFirst().orElse(null))
            .optional();

    /**
     * The ids of all categories from the outermost to the nearest, each between slashes: {@code categoryPath contains
     * "/<id>/"} holds in the category and everywhere below it.
     */
    public static final TextField<PricingContext> CATEGORY_PATH =
            Field.text("categoryPath", MAX_PATH, PricingFields::path);

    public static final TextField<PricingContext> SKU = Field.<PricingContext>text(
                    "sku", Product.MAX_SKU, c -> c.article().sku())
            .folded();

    /** In the product's own unit, pooled as the price book says. */
    public static final OrderedField<PricingContext, BigDecimal> QUANTITY =
            Field.decimal("quantity", 6, c -> c.quantity().value());

    /** The unit that the line counts in. */
    public static final TextField<PricingContext> UNIT = Field.<PricingContext>text(
                    "unit", Product.MAX_WORD, PricingContext::unit)
            .folded();

    public static final OrderedField<PricingContext, LocalDate> DATE = Field.date("date", PricingContext::date);

    /** The ISO 4217 code, three letters. */
    public static final TextField<PricingContext> CURRENCY =
            Field.text("currency", 3, c -> c.currency().getCode());

    public static final Field<PricingContext, PriceBookId> BOOK = Field.<PricingContext, PriceBookId>id(
                    "book", PriceBookId::new, PricingContext::book)
            .optional();

    private static final List<Field<PricingContext, ?>> STANDARD = List.of(
            ACCOUNT,
            GROUP,
            TERRITORY,
            CHANNEL,
            CAMPAIGN,
            PRODUCT,
            MODEL,
            CATEGORY,
            CATEGORY_PATH,
            SKU,
            QUANTITY,
            UNIT,
            DATE,
            CURRENCY,
            BOOK);

    private final List<Field<PricingContext, ?>> fields;
    private final Map<String, CustomField> custom;
    private final CriteriaReader<PricingContext> reader;

    private PricingFields(List<Field<PricingContext, ?>> fields, Map<String, CustomField> custom) {
        this.fields = fields;
        this.custom = custom;
        this.reader = new CriteriaReader<>(fields);
    }

    /** The facts that every line has, and none of a host's own. */
    public static PricingFields standard() {
        return new PricingFields(STANDARD, Map.of());
    }

    /**
     * These words and a host's own.
     *
     * @throws IllegalArgumentException where a name is taken
     */
    public PricingFields withCustom(CustomField... more) {
        List<Field<PricingContext, ?>> all = new ArrayList<>(fields);
        Map<String, CustomField> declared = new HashMap<>(custom);
        for (CustomField field : more) {
            all.add(field.field());
            declared.put(field.name(), field);
        }
        return new PricingFields(List.copyOf(all), declared);
    }

    /** All fields, the standard ones first. */
    public List<Field<PricingContext, ?>> all() {
        return fields;
    }

    /** The field of a host's own that has this name. */
    public Optional<Field<PricingContext, ?>> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /**
     * Reads a condition.
     *
     * @throws io.github.crmkit.query.InvalidCriteriaException with everything that is wrong with it, and where
     */
    public Criteria<PricingContext> read(String condition) {
        return reader.read(condition);
    }

    /**
     * Refuses values of fields that a host did not declare, and values that are not what it declared.
     *
     * @throws RuleViolationsException with everything that is wrong with them, under {@code custom.name}
     */
    public void requireValid(Map<String, Object> values) {
        Violations problems = new Violations();
        check(values, problems);
        problems.throwIfAny("custom fields");
    }

    /** As {@link #requireValid}, and notes what is wrong instead. */
    public void check(Map<String, Object> values, Violations problems) {
        values.forEach((name, value) -> {
            CustomField field = custom.get(name);
            if (field == null) {
                problems.add("custom", "unknown-field", "must be fields that the host declared");
            } else {
                field.check(value, problems);
            }
        });
    }

    private static String path(PricingContext context) {
        StringBuilder path = new StringBuilder("/");
        List<CategoryId> nearestFirst = context.article().categories();
        for (int i = nearestFirst.size() - 1; i >= 0; i--) {
            path.append(nearestFirst.get(i).text()).append('/');
        }
        return path.toString();
    }
}
