package io.github.crmkit.jdbc.table;

import io.github.crmkit.deal.Answer;
import io.github.crmkit.deal.BuyerRole;
import io.github.crmkit.deal.Competitor;
import io.github.crmkit.deal.ContactRole;
import io.github.crmkit.deal.DealLine;
import io.github.crmkit.deal.Dossier;
import io.github.crmkit.deal.SalesTeam;
import io.github.crmkit.jdbc.json.JsonObject;
import io.github.crmkit.jdbc.json.JsonOut;
import io.github.crmkit.jdbc.json.JsonShape;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.money.Percent;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.pipeline.StageId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The lists of a {@link Dossier}, one object for all; the next step lies in columns of its own. */
final class DossierShape implements JsonShape<Dossier> {

    private static final JsonShape<ContactRole> ROLE = shape(
            (to, one) -> to.text("contact", one.contact().text())
                    .text("role", one.role())
                    .text("primary", one.primary()),
            from -> new ContactRole(
                    new ContactId(uuid(from, "contact")),
                    BuyerRole.valueOf(from.text("role")),
                    Boolean.parseBoolean(from.text("primary"))));

    private static final JsonShape<Competitor> COMPETITOR = shape(
            (to, one) -> to.text("name", one.name()).text("note", one.note()),
            from -> new Competitor(from.text("name"), from.optional("note")));

    private static final JsonShape<SalesTeam.Member> MEMBER = shape(
            (to, one) -> to.text("user", one.user().text()).text("role", one.role()),
            from -> new SalesTeam.Member(user(from, "user"), from.text("role")));

    private static final JsonShape<SalesTeam.Split> SPLIT = shape(
            (to, one) -> to.text("user", one.user().text())
                    .text("share", one.share().value().toPlainString()),
            from -> new SalesTeam.Split(user(from, "user"), Percent.of(from.text("share"))));

    private static final JsonShape<DealLine> LINE = new DealLineShape();

    private static final JsonShape<String> KEY = shape((to, key) -> to.text("key", key), from -> from.text("key"));

    private static final JsonShape<Answer> ANSWER = shape(
            (to, one) -> to.text("question", one.question())
                    .text("stage", one.stage().text())
                    .text("text", one.text())
                    .text("by", one.by().text())
                    .text("at", one.at()),
            from -> new Answer(
                    from.text("question"),
                    new StageId(uuid(from, "stage")),
                    from.text("text"),
                    user(from, "by"),
                    Instant.parse(from.text("at"))));

    /** The dossier as a list of one, or of none where its lists are all empty. */
    static List<Dossier> kept(Dossier dossier) {
        return dossier.isBare() ? List.of() : List.of(dossier);
    }

    @Override
    public void write(JsonOut to, Dossier dossier) {
        to.list("contactRoles", dossier.contactRoles(), ROLE)
                .list("competitors", dossier.competitors(), COMPETITOR)
                .list("members", dossier.team().members(), MEMBER)
                .list("revenue", dossier.team().revenue(), SPLIT)
                .list("overlay", dossier.team().overlay(), SPLIT)
                .list("lines", dossier.lines(), LINE)
                .list("campaigns", dossier.campaigns(), KEY)
                .list("answers", dossier.answers(), ANSWER);
    }

    @Override
    public Dossier read(JsonObject from, int version) {
        return new Dossier(
                from.list("contactRoles", ROLE, version),
                from.list("competitors", COMPETITOR, version),
                new SalesTeam(
                        from.list("members", MEMBER, version),
                        from.list("revenue", SPLIT, version),
                        from.list("overlay", SPLIT, version)),
                from.list("lines", LINE, version),
                from.list("campaigns", KEY, version),
                null,
                from.list("answers", ANSWER, version));
    }

    private static UUID uuid(JsonObject from, String name) {
        return UUID.fromString(from.text(name));
    }

    private static UserId user(JsonObject from, String name) {
        return new UserId(uuid(from, name));
    }

    private static <V> JsonShape<V> shape(BiConsumer<JsonOut, V> write, Function<JsonObject, V> read) {
        return new JsonShape<>() {
            @Override
            public void write(JsonOut to, V value) {
                write.accept(to, value);
            }

            @Override
            public V read(JsonObject from, int version) {
                return read.apply(from);
            }
        };
    }
}
