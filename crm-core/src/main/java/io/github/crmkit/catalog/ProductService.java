package io.github.crmkit.catalog;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the catalog, for one caller. */
public final class ProductService {

    private final Desk desk;

    public ProductService(Desk desk) {
        this.desk = desk;
    }

    /**
     * Asks for a new product; {@link Product} says what each text may be.
     *
     * @param sku unique within the tenant
     * @param unit what a quantity of it counts; {@value Product#PIECE} where nothing else is asked for
     */
    public record NewProduct(
            @NotNull @PlainText(max = Product.MAX_SKU) String sku,
            @NotNull @PlainText(max = Product.MAX_NAME) String name,
            @NotNull @PlainText(max = Product.MAX_WORD) String unit,
            @Nullable @PlainText(max = Product.MAX_NAME) String family,
            @Nullable @PlainText(max = Product.MAX_NAME) String category,
            @Nullable @PlainText(max = Product.MAX_WORD) String taxCategory,

            @Nullable @PlainText(max = Product.MAX_DESCRIPTION, multiline = true)
            String description)
            implements Command {

        /** A product of this sku and name, counted in pieces. */
        public static NewProduct of(String sku, String name) {
            return new NewProduct(sku, name, Product.PIECE, null, null, null, null);
        }

        /** Counted in this unit. */
        public NewProduct unit(String word) {
            return new NewProduct(sku, name, word, family, category, taxCategory, description);
        }

        /** Of this larger group. */
        public NewProduct family(@Nullable String word) {
            return new NewProduct(sku, name, unit, word, category, taxCategory, description);
        }

        /** Of this smaller group. */
        public NewProduct category(@Nullable String word) {
            return new NewProduct(sku, name, unit, family, word, taxCategory, description);
        }

        /** Taxed as this category says. */
        public NewProduct taxCategory(@Nullable String word) {
            return new NewProduct(sku, name, unit, family, category, word, description);
        }

        /** With more about it. */
        public NewProduct description(@Nullable String text) {
            return new NewProduct(sku, name, unit, family, category, taxCategory, text);
        }
    }

    /**
     * Asks to describe a product anew: starts from the product as the caller saw it, and all texts are set.
     *
     * @param version the version the caller saw
     */
    public record EditProduct(
            @NotNull ProductId id,
            @Positive long version,
            @NotNull @PlainText(max = Product.MAX_NAME) String name,
            @NotNull @PlainText(max = Product.MAX_WORD) String unit,
            @Nullable @PlainText(max = Product.MAX_NAME) String family,
            @Nullable @PlainText(max = Product.MAX_NAME) String category,
            @Nullable @PlainText(max = Product.MAX_WORD) String taxCategory,

            @Nullable @PlainText(max = Product.MAX_DESCRIPTION, multiline = true)
            String description)
            implements Command {

        /** Everything as it is. */
        public static EditProduct of(Product seen) {
            return new EditProduct(
                    seen.id(),
                    seen.stamp().version(),
                    seen.name(),
                    seen.unit(),
                    seen.family(),
                    seen.category(),
                    seen.taxCategory(),
                    seen.description());
        }

        /** With this name. */
        public EditProduct name(String text) {
            return new EditProduct(id, version, text, unit, family, category, taxCategory, description);
        }

        /** Counted in this unit; prices for another one no longer apply to it. */
        public EditProduct unit(String word) {
            return new EditProduct(id, version, name, word, family, category, taxCategory, description);
        }

        /** Of this larger group, or of none. */
        public EditProduct family(@Nullable String word) {
            return new EditProduct(id, version, name, unit, word, category, taxCategory, description);
        }

        /** Of this smaller group, or of none. */
        public EditProduct category(@Nullable String word) {
            return new EditProduct(id, version, name, unit, family, word, taxCategory, description);
        }

        /** Taxed as this category says, or nobody said. */
        public EditProduct taxCategory(@Nullable String word) {
            return new EditProduct(id, version, name, unit, family, category, word, description);
        }

        /** With this about it, or nothing. */
        public EditProduct description(@Nullable String text) {
            return new EditProduct(id, version, name, unit, family, category, taxCategory, text);
        }
    }

    /**
     * Adds a product to the catalog.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with it
     * @throws io.github.crmkit.storage.DuplicateKeyException where the sku is taken
     */
    public Product create(NewProduct command) {
        return desk.run(command, work -> work.save(Products.TYPE, Action.CREATE, made(work, command)));
    }

    /**
     * Adds many products, or none of them.
     *
     * @return the products in the order of the commands
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with any of them, at paths
     *     such as {@code [3].name}; {@code duplicate} for a sku that an earlier one has
     * @throws io.github.crmkit.storage.DuplicateKeyException where a sku is taken
     * @throws io.github.crmkit.kernel.LimitExceededException for more than 10,000 commands
     */
    public List<Product> createAll(List<NewProduct> commands) {
        desk.commandCheck()
                .inspectAll(commands)
                .distinct(commands, "sku", NewProduct::sku)
                .throwIfAny("new products");
        return desk.run(work -> work.saveAllNew(
                Products.TYPE, commands.stream().map(c -> made(work, c)).toList()));
    }

    private static Change<Product> made(Work work, NewProduct command) {
        return Product.create(new ProductId(work.newId()), work.firstStamp(), command);
    }

    /**
     * Describes a product anew. Where it is described so already, nothing happens.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the description
     * @throws StaleVersionException where somebody else changed it since the caller saw it
     */
    public Product edit(EditProduct command) {
        return desk.run(command, work -> {
            Product product = work.get(Products.TYPE, command.id());
            Change<Product> change = product.edit(command);
            if (!change.isNone() && product.stamp().version() != command.version()) {
                throw new StaleVersionException(Products.TYPE.refOf(product), command.version(), product);
            }
            return work.save(Products.TYPE, Action.UPDATE, change);
        });
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
