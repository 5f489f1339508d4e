package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.Category;
import io.github.crmkit.catalog.CategoryId;
import io.github.crmkit.catalog.CategoryService.EditCategory;
import io.github.crmkit.catalog.CategoryService.NewCategory;
import io.github.crmkit.catalog.CategoryTree;
import io.github.crmkit.catalog.Form.Model;
import io.github.crmkit.catalog.Form.Variant;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductService.NewProduct;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.MigratedDatabase;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.storage.StaleVersionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two people at once, on every database: no circle of categories, no two variants alike. */
class CatalogueRaceTest {

    private static final int CIRCLES = 10;
    private static final int VARIANTS = 25;

    private CrmSession sales;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void two_moves_never_close_a_circle(Engine engine) throws Exception {
        open(engine);
        for (int round = 0; round < CIRCLES; round++) {
            Category one = category("One " + round, null);
            Category two = category("Two " + round, null);
            Category belowOne = category("Below one", one.id());
            Category belowTwo = category("Below two", two.id());
            EditCategory first =
                    EditCategory.of(sales.categories().get(one.id())).under(belowTwo.id());
            EditCategory second =
                    EditCategory.of(sales.categories().get(two.id())).under(belowOne.id());

            int moved = race(
                    () -> sales.categories().edit(first),
                    () -> sales.categories().edit(second));

            CategoryTree tree = sales.categories().tree();
            assertThat(moved).isLessThanOrEqualTo(1);
            assertThat(tree.levelOf(belowOne.id()) + tree.levelOf(belowTwo.id()))
                    .isEqualTo(moved == 1 ? 6 : 4);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void of_two_equal_variants_one_is_made(Engine engine) throws Exception {
        open(engine);
        Product model = sales.products().create(NewProduct.of("MODEL", "Model").form(new Model(List.of("colour"))));
        for (int round = 0; round < VARIANTS; round++) {
            Variant values = new Variant(model.id(), Map.of("colour", "colour " + round));
            NewProduct first = NewProduct.of("A" + round, "First").form(values);
            NewProduct second = NewProduct.of("B" + round, "Second").form(values);

            int made = race(
                    () -> sales.products().create(first), () -> sales.products().create(second));

            assertThat(made).isEqualTo(1);
        }
        assertThat(sales.products().variantsOf(model.id())).hasSize(VARIANTS);
    }

    private void open(Engine engine) {
        sales = Crm.on(MigratedDatabase.of(engine).storage())
                .as(Caller.of(MigratedDatabase.newTenant(), new UserId(UUID.randomUUID())));
    }

    private Category category(String name, @Nullable CategoryId parent) {
        return sales.categories().create(NewCategory.of(name).under(parent));
    }

    /** How many of the two succeeded; the others were refused or too late. */
    private static int race(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> both = new ArrayList<>();
            for (Callable<?> each : List.of(one, other)) {
                both.add(() -> {
                    start.await();
                    try {
                        each.call();
                        return true;
                    } catch (StaleVersionException | RuleViolationsException tooLate) {
                        return false;
                    }
                });
            }
            int done = 0;
            for (Future<Boolean> result : pool.invokeAll(both)) {
                done += result.get() ? 1 : 0;
            }
            return done;
        } finally {
            pool.shutdownNow();
        }
    }
}
