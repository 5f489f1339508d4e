package io.github.crmkit.catalog;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.PlainTextValidator;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.measure.Measures;
import io.github.crmkit.money.Costs;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is sold, or the model of things that are. It is created active, may be edited, archived and restored; it is
 * never removed, since quotes go on naming it. All texts are plain text of 1 character at least, kept without the spaces
 * around them; lengths in UTF-16 units.
 *
 * @param sku the stock keeping unit: at most {@value #MAX_SKU} characters, unique within the tenant, compared exactly,
 *     the same for life
 * @param name at most {@value #MAX_NAME} characters
 * @param description more about it, line breaks allowed; at most {@value #MAX_DESCRIPTION} characters
 * @param kind whether it is a thing or a service
 * @param grouping what it is counted among
 * @param measures its units and the step of its quantities
 * @param form what it is made like; which of the four forms it has stays the same for life
 * @param costs what one of its own unit costs us
 * @param sale whether and when it is sold
 */
public record Product(
        ProductId id,
        Stamp stamp,
        String sku,
        String name,
        @Nullable String description,
        Kind kind,
        Grouping grouping,
        Measures measures,
        Form form,
        Costs costs,
        Sale sale) {

    /** The longest sku, inclusive. */
    public static final int MAX_SKU = 60;

    /** The longest name and family, inclusive. */
    public static final int MAX_NAME = 200;

    /** The longest unit and tax category, inclusive. */
    public static final int MAX_WORD = Measures.MAX_UNIT;

    /** The longest description, inclusive. */
    public static final int MAX_DESCRIPTION = 2_000;

    /** The unit of a product for which nobody named another. */
    public static final String PIECE = "piece";

    /** Whether it is a thing or a service. */
    public enum Kind {
        /** A thing that is handed over. */
        GOODS,
        /** Something that is done for the buyer. */
        SERVICE
    }

    /**
     * Whether and when a product is sold.
     *
     * @param status whether it is for sale at all
     * @param days the days on which it may be sold, in the organisation's zone: from the first, inclusive, until the first day
     *     after them; either end may be open
     */
    public record Sale(ProductStatus status, DateRange days) {

        /** For sale from now on, on any day. */
        public static Sale always() {
            return new Sale(ProductStatus.ACTIVE, DateRange.always());
        }

        /** For sale on these days. */
        public static Sale on(DateRange days) {
            return new Sale(ProductStatus.ACTIVE, days);
        }

        /** The same on other days. */
        public Sale days(DateRange others) {
            return new Sale(status, others);
        }

        /** The same days in this status. */
        Sale status(ProductStatus next) {
            return new Sale(next, days);
        }

        /** Whether it is for sale and the day is one of its days. */
        public boolean isOpenOn(LocalDate day) {
            return status == ProductStatus.ACTIVE && days.contains(day);
        }
    }

    /** @throws io.github.crmkit.kernel.RuleViolationsException with every text that is too long, blank or not plain */
    public Product {
        Violations problems = new Violations();
        sku = problems.plainText(sku, MAX_SKU, "sku");
        name = problems.plainText(name, MAX_NAME, "name");
        grouping.check(problems);
        problems.require(
                description == null || PlainTextValidator.isPlain(description, MAX_DESCRIPTION, true),
                "description",
                "plain-text",
                "must be plain text of 1 to " + MAX_DESCRIPTION + " characters");
        problems.throwIfAny("product");
    }

    /** A new product as asked for, active. */
    static Change<Product> create(ProductId id, Stamp stamp, ProductService.NewProduct asked) {
        Product product = new Product(
                id,
                stamp,
                asked.sku(),
                asked.name(),
                asked.description(),
                asked.kind(),
                asked.grouping(),
                new Measures(asked.unit(), asked.otherUnits(), asked.increment()),
                asked.form(),
                new Costs(asked.costs()),
                Sale.on(asked.days()));
        return Change.created(product, new ProductEvent.Created());
    }

    /**
     * Describes it as asked; nothing changes where it is described so already.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException {@code form-kind} and {@code variant-model} where the form
     *     is not the one it has for life
     */
    Change<Product> edit(EditProduct asked) {
        Violations problems = new Violations();
        checkForm(asked.form(), problems);
        problems.throwIfAny("product");
        Product edited = new Product(
                id,
                stamp,
                sku,
                asked.name(),
                asked.description(),
                asked.kind(),
                asked.grouping(),
                new Measures(asked.unit(), asked.otherUnits(), asked.increment()),
                asked.form(),
                new Costs(asked.costs()),
                sale.days(asked.days()));
        return edited.equals(this) ? Change.none(this) : Change.of(this, edited, new ProductEvent.Edited());
    }

    /** Notes what about another form this product may not become. */
    void checkForm(Form next, Violations problems) {
        problems.require(next.kind() == form.kind(), "form", "form-kind", "must stay the kind of form that it is");
        problems.require(
                !(form instanceof Form.Variant now)
                        || !(next instanceof Form.Variant then)
                        || now.parent().equals(then.parent()),
                "form.parent",
                "variant-model",
                "must stay a variant of the same model");
    }

    /** The same model, after a variant of it came or changed. */
    Change<Product> variantsChanged() {
        return Change.of(this, this, new ProductEvent.VariantsChanged());
    }

    /** Takes it out of sale; an archived one stays as it is. */
    public Change<Product> archive() {
        return become(ProductStatus.ARCHIVED, new ProductEvent.Archived());
    }

    /** Puts it back on sale; an active one stays as it is. */
    public Change<Product> restore() {
        return become(ProductStatus.ACTIVE, new ProductEvent.Restored());
    }

    private Change<Product> become(ProductStatus next, ProductEvent event) {
        if (ProductStatus.LIFECYCLE.isSame(status(), next)) {
            return Change.none(this);
        }
        ProductStatus.LIFECYCLE.require(status(), next);
        return Change.of(this, with(stamp, sale.status(next)), event);
    }

    /** What a quantity of it counts, for example {@code piece}. */
    public String unit() {
        return measures.unit();
    }

    /** The product line, where anybody said. */
    public @Nullable String family() {
        return grouping.family();
    }

    /** Its place in the tree of categories, where anybody said. */
    public @Nullable CategoryId category() {
        return grouping.category();
    }

    /** How it is taxed, a name and never a rate, where anybody said. */
    public @Nullable String taxCategory() {
        return grouping.taxCategory();
    }

    /** The model that it is a variant of; absent for everything else. */
    public Optional<ProductId> model() {
        return form instanceof Form.Variant variant ? Optional.of(variant.parent()) : Optional.empty();
    }

    /** Whether it is for sale at all. */
    public ProductStatus status() {
        return sale.status();
    }

    /** Whether it is not archived, whatever its days of sale. */
    public boolean isActive() {
        return status() == ProductStatus.ACTIVE;
    }

    /** Whether it is sold on this day: it is active, the day is one of its days, and it is no model. */
    public boolean isForSale(LocalDate day) {
        return sale.isOpenOn(day) && form.kind() != Form.Kind.MODEL;
    }

    /** The same product with another stamp. */
    public Product withStamp(Stamp next) {
        return with(next, sale);
    }

    private Product with(Stamp next, Sale other) {
        return new Product(id, next, sku, name, description, kind, grouping, measures, form, costs, other);
    }
}
