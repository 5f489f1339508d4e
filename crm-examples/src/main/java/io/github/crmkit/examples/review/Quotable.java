package io.github.crmkit.examples.review;

import io.github.crmkit.examples.load.LoadedFolder;
import io.github.crmkit.examples.rows.DealRow;
import io.github.crmkit.examples.rows.LineRow;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The deal that is quoted, and what is quoted for it. The choice hangs on the files alone, so that every run makes the
 * same one.
 *
 * @param dealRef the reference of the deal
 * @param lines at least one
 * @param why how the deal was chosen, as a sentence
 */
record Quotable(String dealRef, List<LineRow> lines, String why) {

    /** The open deal with the most lines; without any lines, the first open deal that says who buys which product. */
    static Optional<Quotable> in(LoadedFolder folder) {
        Map<String, List<LineRow>> lines = folder.lines().stream().collect(Collectors.groupingBy(LineRow::dealRef));
        Optional<Quotable> withLines = open(folder)
                .map(deal -> new Quotable(
                        deal.ref(),
                        lines.getOrDefault(deal.ref(), List.of()),
                        "It is the first of the open deals with the most lines."))
                .filter(deal -> !deal.lines().isEmpty())
                .max(Comparator.comparingInt(deal -> deal.lines().size()));
        return withLines.or(() -> open(folder)
                .filter(deal -> deal.accountRef() != null)
                .flatMap(Quotable::oneOfItsProduct)
                .findFirst());
    }

    private static Stream<DealRow> open(LoadedFolder folder) {
        return folder.deals().stream().filter(deal -> !deal.isWon() && !deal.isLost());
    }

    private static Stream<Quotable> oneOfItsProduct(DealRow deal) {
        String sku = deal.sku();
        return sku == null
                ? Stream.empty()
                : Stream.of(new Quotable(
                        deal.ref(),
                        List.of(new LineRow(deal.ref(), sku, BigDecimal.ONE)),
                        "It is the first open deal with an account; the folder has no lines, so one unit of its"
                                + " product is quoted."));
    }
}
