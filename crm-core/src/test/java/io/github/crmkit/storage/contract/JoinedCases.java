package io.github.crmkit.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crmkit.query.Criteria;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.Storage;
import io.github.crmkit.storage.StorageFailureException;
import io.github.crmkit.storage.contract.sample.Sample;
import io.github.crmkit.storage.contract.sample.Samples;
import java.util.List;

/** Units that run as part of an open one share its fate. */
final class JoinedCases {

    private JoinedCases() {}

    static List<ContractCase> all() {
        return List.of(
                new ContractCase("joined_units_are_stored_with_the_outer_one", JoinedCases::together),
                new ContractCase("joined_units_see_each_other_before_the_outer_one_ends", JoinedCases::seen),
                new ContractCase("joined_units_are_undone_with_the_outer_one", JoinedCases::undone),
                new ContractCase("a_joined_unit_that_was_left_half_done_undoes_the_outer_one", JoinedCases::halfDone),
                new ContractCase("a_joined_unit_that_only_read_may_fail_alone", JoinedCases::readOnly),
                new ContractCase("a_joined_unit_marked_rollback_only_undoes_the_outer_one", JoinedCases::rollbackOnly),
                new ContractCase("a_joined_unit_is_of_the_same_tenant", JoinedCases::otherTenant),
                new ContractCase("a_joined_storage_does_not_own_its_transactions", JoinedCases::owns));
    }

    private static void insert(Storage storage, Bench bench, String name) {
        storage.inUnit(bench.tenant(), unit -> {
            Bench.samples(unit).insert(Sample.named(name));
            return true;
        });
    }

    private static void together(Bench bench) {
        bench.run(outer -> {
            insert(outer.asStorage(), bench, "one");
            Bench.samples(outer).insert(Sample.named("two"));
            outer.asStorage().inUnit(bench.tenant(), inner -> {
                insert(inner.asStorage(), bench, "three");
                return true;
            });
            assertThat(bench.all()).isEmpty();
        });
        assertThat(bench.names(Criteria.all())).containsExactly("one", "three", "two");
    }

    private static void seen(Bench bench) {
        bench.run(outer -> {
            Sample first = Sample.named("first");
            Bench.samples(outer).insert(first);
            outer.asStorage().inUnit(bench.tenant(), inner -> {
                assertThat(Bench.samples(inner).find(first.id())).contains(first);
                Bench.samples(inner).update(first.renamed("second"));
                return true;
            });
            assertThat(Bench.samples(outer).find(first.id())).contains(first.renamed("second"));
        });
    }

    private static void undone(Bench bench) {
        RuntimeException deliberate = new IllegalStateException("deliberate");
        assertThatThrownBy(() -> bench.run(outer -> {
                    insert(outer.asStorage(), bench, "one");
                    insert(outer.asStorage(), bench, "two");
                    throw deliberate;
                }))
                .isSameAs(deliberate);
        assertThat(bench.all()).isEmpty();
    }

    private static void halfDone(Bench bench) {
        RuntimeException deliberate = new IllegalStateException("deliberate");
        assertThatThrownBy(() -> bench.run(outer -> {
                    Bench.samples(outer).insert(Sample.named("outer"));
                    assertThatThrownBy(() -> outer.asStorage().inUnit(bench.tenant(), inner -> {
                                Bench.samples(inner).insert(Sample.named("half"));
                                throw deliberate;
                            }))
                            .isSameAs(deliberate);
                }))
                .isInstanceOf(StorageFailureException.class);
        Sample taken = Samples.full();
        bench.insert(taken);
        assertThatThrownBy(() -> bench.run(outer -> {
                    Bench.samples(outer).insert(Sample.named("outer"));
                    assertThatThrownBy(() -> outer.asStorage().inUnit(bench.tenant(), inner -> {
                                Bench.samples(inner).insert(Samples.full());
                                return true;
                            }))
                            .isInstanceOf(DuplicateKeyException.class);
                }))
                .isInstanceOf(StorageFailureException.class);
        assertThat(bench.all()).containsExactly(taken);
    }

    private static void readOnly(Bench bench) {
        RuntimeException deliberate = new IllegalStateException("deliberate");
        bench.run(outer -> {
            Bench.samples(outer).insert(Sample.named("outer"));
            assertThatThrownBy(() -> outer.asStorage().inUnit(bench.tenant(), inner -> {
                        Bench.samples(inner).count(Criteria.all());
                        throw deliberate;
                    }))
                    .isSameAs(deliberate);
        });
        assertThat(bench.names(Criteria.all())).containsExactly("outer");
    }

    private static void rollbackOnly(Bench bench) {
        assertThatThrownBy(() -> bench.run(outer -> {
                    Bench.samples(outer).insert(Sample.named("outer"));
                    outer.asStorage().inUnit(bench.tenant(), inner -> {
                        inner.setRollbackOnly();
                        return true;
                    });
                }))
                .isInstanceOf(StorageFailureException.class);
        assertThat(bench.all()).isEmpty();
    }

    private static void otherTenant(Bench bench) {
        bench.run(outer -> {
            Bench.samples(outer).insert(Sample.named("outer"));
            assertThatThrownBy(() -> insert(outer.asStorage(), bench.asStranger(), "stranger"))
                    .isInstanceOf(IllegalArgumentException.class);
        });
        assertThat(bench.names(Criteria.all())).containsExactly("outer");
        assertThat(bench.asStranger().all()).isEmpty();
    }

    private static void owns(Bench bench) {
        bench.run(outer -> assertThat(outer.asStorage().ownsTransactions()).isFalse());
    }
}
