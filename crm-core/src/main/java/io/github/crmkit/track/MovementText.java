package io.github.crmkit.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Writes movement statements as tables of text. */
final class MovementText {

    private MovementText() {}

    static String of(MovementLine line) {
        TreeSet<CurrencyUnit> currencies = new TreeSet<>();
        line.flows().values().forEach(flow -> currencies.addAll(flow.amount().currencies()));
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("", "deals"));
        currencies.forEach(currency -> head.add(currency.getCode()));
        rows.add(head);
        for (MovementTerm term : MovementTerm.values()) {
            List<String> row = new ArrayList<>();
            row.add(label(term));
            long deals = line.flow(term).deals();
            // in brackets, since these deals are none that came or went
            row.add(term.movesDeals() ? Long.toString(deals) : "(" + deals + ")");
            currencies.forEach(currency -> row.add(number(line.amount(term, currency))));
            rows.add(row);
        }
        return table(rows);
    }

    static String of(RestatedMovement restated) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", restated.currency().getCode()));
        for (MovementTerm term : MovementTerm.values()) {
            if (term == MovementTerm.END) {
                rows.add(List.of("+ exchange rates", number(restated.fx())));
            }
            rows.add(List.of(label(term), number(restated.amount(term))));
        }
        return table(rows);
    }

    private static String label(MovementTerm term) {
        return switch (term) {
            case START -> "  " + term.words();
            case END -> "= " + term.words();
            default -> (term.sign() > 0 ? "+ " : "- ") + term.words();
        };
    }

    private static String number(Money amount) {
        return String.format(Locale.ROOT, "%,." + amount.getScale() + "f", amount.getAmount());
    }

    /** The first column to the left, all others to the right. */
    private static String table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String cell = row.get(column);
                String space = " ".repeat(widths[column] - cell.length());
                line.append(column == 0 ? cell + space : "  " + space + cell);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
