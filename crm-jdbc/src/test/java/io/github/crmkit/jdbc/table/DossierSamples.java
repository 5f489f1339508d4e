package io.github.crmkit.jdbc.table;

import static io.github.crmkit.jdbc.table.Extremes.ANONG;
import static io.github.crmkit.jdbc.table.Extremes.AUTUMN;
import static io.github.crmkit.jdbc.table.Extremes.BOON;
import static io.github.crmkit.jdbc.table.Extremes.FAR;
import static io.github.crmkit.jdbc.table.Extremes.LAST_DAY;
import static io.github.crmkit.jdbc.table.Extremes.emoji;
import static io.github.crmkit.jdbc.table.Extremes.id;
import static io.github.crmkit.jdbc.table.Extremes.special;
import static io.github.crmkit.jdbc.table.Extremes.thai;

import io.github.crmkit.catalog.Product;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.deal.Answer;
import io.github.crmkit.deal.BuyerRole;
import io.github.crmkit.deal.Competitor;
import io.github.crmkit.deal.ContactRole;
import io.github.crmkit.deal.DealLine;
import io.github.crmkit.deal.Dossier;
import io.github.crmkit.deal.NextStep;
import io.github.crmkit.deal.SalesTeam;
import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.pipeline.ExitQuestion;
import io.github.crmkit.pipeline.StageId;
import io.github.crmkit.pricebook.PriceBookId;
import io.github.crmkit.pricebook.PriceEntryId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about deals, from all that there can be to very little. */
final class DossierSamples {

    /** All parts, of a deal that is owned by Anong and worth THB 57,420.50. */
    static final Dossier FULL = new Dossier(
            Arrays.stream(BuyerRole.values())
                    .map(role -> new ContactRole(PartySamples.SRISAI, role, role == BuyerRole.ECONOMIC_BUYER))
                    .toList(),
            List.of(new Competitor(thai(Competitor.MAX_NAME), emoji(Competitor.MAX_NOTE)), Competitor.of("\"rival\"")),
            new SalesTeam(
                    List.of(new SalesTeam.Member(BOON, special(SalesTeam.MAX_ROLE))),
                    List.of(split(ANONG, "99.999999"), split(BOON, "0.000001")),
                    List.of(split(BOON, "250"))),
            List.of(
                    line(
                            "TILE-60",
                            "500",
                            "THB 108.00",
                            new DealLine.Origin(
                                    new PriceBookId(id(301)),
                                    List.of(
                                            EntityRef.of("price-entry", new PriceEntryId(id(401))),
                                            EntityRef.of("price-book", new PriceBookId(id(301)))),
                                    LocalDate.of(2026, 11, 1))),
                    line(special(Product.MAX_SKU), "0.000001", "THB -0.000001", null),
                    line("GROUT", "303.000003", "THB 1140.166667", null)),
            List.of(thai(Dossier.MAX_CAMPAIGN), "spring"),
            new NextStep(emoji(NextStep.MAX_WHAT), LAST_DAY),
            List.of(
                    new Answer("budget", new StageId(id(611)), "yes,\n\"about\" 60,000", ANONG, AUTUMN),
                    new Answer(
                            "k".repeat(ExitQuestion.MAX_KEY), new StageId(id(611)), thai(Answer.MAX_TEXT), BOON, FAR)));

    private DossierSamples() {}

    /** Of the other deals: only a next step, without a day; only a campaign; nothing. */
    static Dossier of(int number) {
        Dossier empty = Dossier.empty();
        return switch (number) {
            case 4 -> empty.people(List.of(), List.of(), List.of(), NextStep.of("call"));
            case 5 -> empty.people(List.of(), List.of(), List.of("spring"), null);
            default -> empty;
        };
    }

    private static SalesTeam.Split split(UserId user, String points) {
        return new SalesTeam.Split(user, Percent.of(points));
    }

    private static DealLine line(String sku, String quantity, String price, DealLine.@Nullable Origin origin) {
        return new DealLine(
                new ProductId(id(201)),
                sku,
                "Floor tile",
                Quantity.parse(quantity),
                "box",
                UnitPrice.parse(price),
                sku.equals("GROUT") ? Quantity.parse("101.000001") : Quantity.ONE,
                origin);
    }
}
