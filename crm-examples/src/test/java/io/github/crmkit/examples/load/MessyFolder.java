package io.github.crmkit.examples.load;

import io.github.crmkit.examples.folder.Mapping;
import io.github.crmkit.examples.folder.ShippedData;
import io.github.crmkit.examples.folder.SourceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Invented rows with the columns, dates and oddities of "CRM Sales Opportunities", as many deals as are asked for. Of ten
 * deals each, four are won, three lost, two engaged in and one is a prospect; half of the open ones have no account.
 */
public final class MessyFolder {

    /** How the real folder is read, and this one too. */
    public static final Path MAPPING = ShippedData.from(Path.of("").toAbsolutePath())
            .resolveSibling("mappings/crm-sales-opportunities.properties");

    private static final List<String> SELLERS = List.of("Ann Example", "Bob Example", "Cy Example");
    private static final List<String> PRODUCTS = List.of("GTXPro", "MG Special", "GTK 500");
    private static final List<String> ACCOUNTS = List.of("Northwind", "Southwind", "Eastwind");

    private final Path folder;
    private final StringBuilder deals = new StringBuilder(
            "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n");

    /** Writes the files of a folder; its deals are the given number of well-formed ones. */
    public MessyFolder(Path folder, int count) {
        this.folder = folder;
        write("accounts.csv", """
                account,sector,year_established,revenue,employees,office_location,subsidiary_of
                Northwind,technolgy,1996,1100.04,2822,Philipines,
                Southwind,retail,2002,97.5,12,Kenya,Northwind
                Eastwind,medical,2001,250.41,500,Norway,
                """);
        write("products.csv", "product,series,sales_price\nGTX Pro,GTX,4821\nMG Special,MG,55\nGTK 500,GTK,26768\n");
        StringBuilder sellers = new StringBuilder("sales_agent,manager,regional_office\n");
        SELLERS.forEach(seller -> sellers.append(seller).append(",Dee Example,East\n"));
        write("sales_teams.csv", sellers.toString());
        for (int i = 0; i < count; i++) {
            deal(i);
        }
        write("sales_pipeline.csv", deals.toString());
    }

    /** Adds a line to the deals. */
    public MessyFolder line(String line) {
        deals.append(line).append('\n');
        write("sales_pipeline.csv", deals.toString());
        return this;
    }

    /** The folder, checked. */
    public SourceFolder open() {
        return SourceFolder.of(folder, Mapping.read(MAPPING));
    }

    /** What the won deals among so many are worth, in whole dollars. */
    public static long wonAmount(int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += i % 10 < 4 ? amount(i) : 0;
        }
        return sum;
    }

    private static long amount(int i) {
        return 50 + 7L * i;
    }

    private void deal(int i) {
        String common = "%06d,%s,%s,".formatted(i, of(SELLERS, i), of(PRODUCTS, i));
        String account = of(ACCOUNTS, i / 3);
        deals.append(common)
                .append(
                        switch (i % 10) {
                            case 0, 1, 2, 3 ->
                                account + ",Won,10/%d/2016,%d/1/2017,%d".formatted(1 + i % 28, 1 + i % 12, amount(i));
                            case 4, 5, 6 -> account + ",Lost,12/%d/2016,%d/28/2017,0".formatted(1 + i % 28, 1 + i % 12);
                            case 7, 8 -> (i % 2 == 0 ? account : "") + ",Engaging,11/3/2017,,";
                            default -> (i / 10 % 2 == 0 ? account : "") + ",Prospecting,,,";
                        });
        deals.append('\n');
    }

    private static String of(List<String> all, int i) {
        return all.get(i % all.size());
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
