package io.github.crmkit.catalog;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.catalog.ProductReferences.Wanted;
import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.measure.Measures;
import io.github.crmkit.measure.UnitFactor;
import io.github.crmkit.money.Cost;
import io.github.crmkit.money.Costs;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.time.DateRange;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the catalog, for one caller. */
public final class ProductService {

    /**
     * Asks for a new product; {@link Product} says what each text may be.
     *
     * @param sku unique within the tenant
     * @param unit what a quantity of it counts; {@value Product#PIECE} where nothing else is asked for
     * @param otherUnits in which other units it may be ordered
     * @param increment the step of its quantities in its own unit, absent for any quantity
     * @param form a simple product where nothing else is asked for
     * @param days on which it is sold; all where nothing else is asked for
     */
    public record NewProduct(
            @NotNull @PlainText(max = Product.MAX_SKU) String sku,
            @NotNull @PlainText(max = Product.MAX_NAME) String name,

            @Nullable @PlainText(max = Product.MAX_DESCRIPTION, multiline = true)
            String description,

            @NotNull Product.Kind kind,
            @NotNull String unit,
            List<UnitFactor> otherUnits,
            @Nullable Quantity increment,
            @NotNull Grouping grouping,
            @NotNull Form form,
            List<Cost> costs,
            @NotNull DateRange days)
            implements Command {

        public NewProduct {
            otherUnits = List.copyOf(otherUnits);
            costs = List.copyOf(costs);
        }

        /** Goods of this sku and name, counted in pieces and sold on any day. */
        public static NewProduct of(String sku, String name) {
            return new NewProduct(
                    sku,
                    name,
                    null,
                    Product.Kind.GOODS,
                    Product.PIECE,
                    List.of(),
                    null,
                    Grouping.none(),
                    new Form.Simple(),
                    List.of(),
                    DateRange.always());
        }

        /** With more about it. */
        public NewProduct description(@Nullable String text) {
            return new NewProduct(sku, name, text, kind, unit, otherUnits, increment, grouping, form, costs, days);
        }

        /** Goods or a service. */
        public NewProduct kind(Product.Kind which) {
            return new NewProduct(
                    sku, name, description, which, unit, otherUnits, increment, grouping, form, costs, days);
        }

        /** Counted in this unit. */
        public NewProduct unit(String word) {
            return new NewProduct(
                    sku, name, description, kind, word, otherUnits, increment, grouping, form, costs, days);
        }

        /** May be ordered in this unit as well. */
        public NewProduct otherUnit(UnitFactor factor) {
            List<UnitFactor> more = new ArrayList<>(otherUnits);
            more.add(factor);
            return new NewProduct(sku, name, description, kind, unit, more, increment, grouping, form, costs, days);
        }

        /** In whole multiples of this step of its own unit; null for any quantity. */
        public NewProduct increment(@Nullable Quantity step) {
            return new NewProduct(sku, name, description, kind, unit, otherUnits, step, grouping, form, costs, days);
        }

        /** Of this product line. */
        public NewProduct family(@Nullable String word) {
            return grouping(grouping.family(word));
        }

        /** In this category. */
        public NewProduct category(@Nullable CategoryId place) {
            return grouping(grouping.category(place));
        }

        /** Taxed as this category says. */
        public NewProduct taxCategory(@Nullable String word) {
            return grouping(grouping.taxCategory(word));
        }

        private NewProduct grouping(Grouping next) {
            return new NewProduct(sku, name, description, kind, unit, otherUnits, increment, next, form, costs, days);
        }

        /** Made like this. */
        public NewProduct form(Form which) {
            return new NewProduct(
                    sku, name, description, kind, unit, otherUnits, increment, grouping, which, costs, days);
        }

        /** With one more known cost. */
        public NewProduct cost(Cost next) {
            List<Cost> more = new ArrayList<>(costs);
            more.add(next);
            return new NewProduct(
                    sku, name, description, kind, unit, otherUnits, increment, grouping, form, more, days);
        }

        /** Sold on these days only. */
        public NewProduct soldOn(DateRange range) {
            return new NewProduct(
                    sku, name, description, kind, unit, otherUnits, increment, grouping, form, costs, range);
        }

        @Override
        public void check(Violations problems) {
            ProductService.check(unit, otherUnits, increment, grouping, costs, problems);
        }
    }

    private static final String EDIT = "edit product";

    private final Desk desk;

    public ProductService(Desk desk) {
        this.desk = desk;
    }

    /**
     * Adds a product to the catalog.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it and with what it
     *     refers to
     * @throws io.github.crmkit.storage.DuplicateKeyException where the sku is taken
     */
    public Product create(NewProduct command) {
        Violations given = desk.commandCheck().inspect(command);
        return save("new product", given, List.of(command), List.of(wanted("", command)))
                .get(0);
    }

    /**
     * Adds many products, or none of them. A variant's model and a bundle's parts must be there already.
     *
     * @return the products in the order of the commands
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with any of them, at paths
     *     such as {@code [3].name}; {@code duplicate} for a sku that an earlier one has
     * @throws io.github.crmkit.storage.DuplicateKeyException where a sku is taken
     * @throws io.github.crmkit.kernel.LimitExceededException for more than 10,000 commands
     */
    public List<Product> createAll(List<NewProduct> commands) {
        Violations given = desk.commandCheck().inspectAll(commands).distinct(commands, "sku", NewProduct::sku);
        List<Wanted> wanted = new ArrayList<>();
        for (NewProduct command : commands) {
            wanted.add(wanted("[" + wanted.size() + "].", command));
        }
        return save("new products", given, commands, wanted);
    }

    private static Wanted wanted(String path, NewProduct command) {
        return new Wanted(path, command.grouping(), command.form(), null);
    }

    private List<Product> save(String subject, Violations given, List<NewProduct> commands, List<Wanted> wanted) {
        if (ProductReferences.none(wanted)) {
            given.throwIfAny(subject);
        }
        Function<Work, List<Product>> saving = work -> {
            check(work, subject, given, wanted).touchModels();
            List<Change<Product>> made = commands.stream()
                    .map(one -> Product.create(new ProductId(work.newId()), work.firstStamp(), one))
                    .toList();
            return made.size() == 1
                    ? List.of(work.save(Products.TYPE, Action.CREATE, made.get(0)))
                    : work.saveAllNew(Products.TYPE, made);
        };
        // Two people who add variants to a model get in each other's way, though both may be right.
        boolean variants = wanted.stream().anyMatch(one -> one.newVariant() != null);
        return variants ? desk.runIdempotent(saving) : desk.run(saving);
    }

    private static ProductReferences check(Work work, String subject, Violations given, List<Wanted> wanted) {
        ProductReferences references = new ProductReferences(work, wanted);
        Violations problems = new Violations().addAll(given.list());
        references.check(problems);
        problems.throwIfAny(subject);
        return references;
    }

    /**
     * Describes a product anew. Where it is described so already, nothing happens.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the description and with
     *     what it refers to
     * @throws StaleVersionException where somebody else changed it since the caller saw it
     */
    public Product edit(EditProduct command) {
        Violations given = desk.commandCheck().inspect(command);
        if (command.id() == null || command.form() == null) {
            given.throwIfAny(EDIT);
        }
        return desk.run(work -> {
            Product product = work.get(Products.TYPE, command.id());
            Violations problems = new Violations().addAll(given.list());
            product.checkForm(command.form(), problems);
            Wanted wanted = new Wanted("", command.grouping(), command.form(), product);
            ProductReferences references = check(work, EDIT, problems, List.of(wanted));
            Change<Product> change = product.edit(command);
            if (!change.isNone() && product.stamp().version() != command.version()) {
                throw new StaleVersionException(Products.TYPE.refOf(product), command.version(), product);
            }
            references.touchModels();
            return work.save(Products.TYPE, Action.UPDATE, change);
        });
    }

    /** Notes what is wrong with values that only together can be wrong; callers from outside may hand in null. */
    static void check(
            @Nullable String unit,
            List<UnitFactor> otherUnits,
            @Nullable Quantity increment,
            @Nullable Grouping grouping,
            List<Cost> costs,
            Violations problems) {
        if (grouping != null) {
            grouping.check(problems);
        }
        Measures.check(unit == null ? Product.PIECE : unit, otherUnits, increment, problems);
        Costs.check(costs, problems);
    }

    /** Takes a product out of sale: it stays where it is and gets no price for anything new. */
    public Product archive(ProductId id) {
        return decide(id, Product::archive);
    }

    /** Puts a product back on sale. */
    public Product restore(ProductId id) {
        return decide(id, Product::restore);
    }

    private Product decide(ProductId id, Function<Product, Change<Product>> decision) {
        return desk.run(work -> work.save(Products.TYPE, Action.UPDATE, decision.apply(work.get(Products.TYPE, id))));
    }

    /**
     * The product with this id.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when there is none
     */
    public Product get(ProductId id) {
        return desk.run(work -> work.get(Products.TYPE, id));
    }

    /** The product of exactly this sku. */
    public Optional<Product> bySku(String sku) {
        return desk.run(work -> Products.in(work).bySku(sku));
    }

    /** The variants of a model, in the order of their values. */
    public List<Product> variantsOf(ProductId model) {
        return desk.run(work -> Products.in(work).variantsOf(model));
    }

    /** The products of exactly these skus in one query; see {@link Products#bySkus}. */
    public Map<String, Product> bySkus(Collection<String> skus) {
        return desk.run(work -> Products.in(work).bySkus(skus));
    }

    /** One page of products. */
    public Page<Product> find(Criteria<Product> where, Sort<Product> sort, PageRequest request) {
        return desk.run(work -> work.page(Products.TYPE, where, sort, request));
    }

    /** What was done to a product, oldest first. */
    public List<HistoryEntry> history(ProductId id) {
        return desk.run(work -> work.historyOf(Products.TYPE.refOf(work.get(Products.TYPE, id))));
    }
}
