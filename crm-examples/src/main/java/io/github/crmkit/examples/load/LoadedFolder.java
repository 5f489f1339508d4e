package io.github.crmkit.examples.load;

import io.github.crmkit.examples.rows.DealRow;
import io.github.crmkit.examples.rows.LeadRow;
import io.github.crmkit.examples.rows.LineRow;
import java.util.List;

/**
 * What came of loading a folder. Rows that were refused are in the report only.
 *
 * @param report what became of every row
 * @param sellers who owns leads and deals
 * @param qualified the leads that are worth a deal, in the order of the file
 * @param deals in the order of the file
 * @param lines what is to be quoted, in the order of the file
 * @param books the names of the price books, in the order in which the file first names them
 */
public record LoadedFolder(
        LoadReport report,
        Sellers sellers,
        List<LeadRow> qualified,
        List<DealRow> deals,
        List<LineRow> lines,
        List<String> books) {

    public LoadedFolder {
        qualified = List.copyOf(qualified);
        deals = List.copyOf(deals);
        lines = List.copyOf(lines);
        books = List.copyOf(books);
    }
}
