package io.github.crmkit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.catalog.Bundle.Choice;
import io.github.crmkit.catalog.Bundle.Chosen;
import io.github.crmkit.catalog.Bundle.Part;
import io.github.crmkit.catalog.Bundle.PricedOn;
import io.github.crmkit.money.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is in some bundles and in some more is what is in all of them. */
class BundleProperties {

    @Property(tries = 3_000)
    void bundles_expanded_apart_hold_what_they_hold_together(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(min = 1, max = 500) Integer> thousandths,
            @ForAll("counts") Quantity some,
            @ForAll("counts") Quantity more) {
        List<Part> all = IntStream.range(0, thousandths.size())
                .mapToObj(i ->
                        new Part(new ProductId(new UUID(4, i)), Quantity.of(BigDecimal.valueOf(thousandths.get(i), 3))))
                .toList();
        Bundle bundle = new Bundle(PricedOn.PARTS, all.subList(1, all.size()), List.of())
                .choice(Choice.optional("Extra", all.get(0)));
        List<Chosen> chosen = List.of(new Chosen("Extra", all.get(0).product()));

        List<Part> first = bundle.expand(some, chosen);
        List<Part> second = bundle.expand(more, chosen);
        List<Part> apart = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            Part one = first.get(i);
            apart.add(new Part(one.product(), one.quantity().plus(second.get(i).quantity())));
        }

        assertThat(bundle.expand(some.plus(more), chosen)).isEqualTo(apart).hasSameSizeAs(all);
        assertThat(bundle.expand(some, List.of())).isEqualTo(first.subList(0, first.size() - 1));
    }

    @Provide
    Arbitrary<Quantity> counts() {
        return Arbitraries.integers().between(1, 100_000).map(units -> Quantity.of(BigDecimal.valueOf(units, 3)));
    }
}
