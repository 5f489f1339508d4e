package io.github.crmkit.jdbc;

import io.github.crmkit.jdbc.dialect.ColumnType;
import io.github.crmkit.jdbc.dialect.Dialect;
import io.github.crmkit.jdbc.mapping.Naming;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbered files with the tables' SQL, and the words in them that stand for what differs. */
final class Migrations {

    /** Where the files are, for hosts whose own Flyway runs them. */
    static final String FOLDER = "io/github/crmkit/jdbc/migration/common/";

    /** In their order; what was released is never changed, only followed. */
    static final List<String> FILES = List.of(
            "V001__history.sql",
            "V002__party_lead.sql",
            "V003__catalog_pricing.sql",
            "V004__opportunity.sql",
            "V005__quote.sql",
            "V006__standing.sql",
            "V007__deal.sql",
            "V008__catalogue.sql",
            "V009__price_books.sql",
            "V010__agreements.sql",
            "V011__promotions.sql",
            "V012__price_rules.sql",
            "V013__price_proof.sql",
            "V014__quote_basis.sql",
            "V015__promotion_edition.sql");

    private Migrations() {}

    static String read(String file) {
        try (InputStream in = Migrations.class.getResourceAsStream("/" + FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the library lacks its file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What each placeholder stands for. */
    static Map<String, String> placeholders(Naming naming, Dialect dialect) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("table", naming.beforeTable());
        words.put("key", naming.prefix());
        words.put("id", dialect.sqlType(ColumnType.ID));
        words.put("instant", dialect.sqlType(ColumnType.INSTANT));
        words.put("text", dialect.collation().strip());
        words.put("longtext", dialect.sqlType(ColumnType.LONG_TEXT));
        words.put("absentlast", dialect.absentLast());
        words.put("options", dialect.tableOptions());
        return words;
    }

    static String expand(String sql, Naming naming, Dialect dialect) {
        String expanded = sql;
        for (Map.Entry<String, String> word : placeholders(naming, dialect).entrySet()) {
            expanded = expanded.replace("${" + word.getKey() + "}", word.getValue());
        }
        return expanded;
    }

    static String print(Naming naming, Dialect dialect) {
        StringBuilder all = new StringBuilder();
        for (String file : FILES) {
            all.append("-- ")
                    .append(file)
                    .append('\n')
                    .append(expand(read(file), naming, dialect))
                    .append('\n');
        }
        return all.toString();
    }
}
