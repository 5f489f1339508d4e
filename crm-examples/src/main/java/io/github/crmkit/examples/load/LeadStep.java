package io.github.crmkit.examples.load;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.console.Shown;
import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import io.github.crmkit.examples.rows.LeadRow;
import io.github.crmkit.examples.rows.PersonCells;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadFields;
import io.github.crmkit.lead.LeadService.NewLead;
import io.github.crmkit.lead.LeadSource;
import io.github.crmkit.lead.LeadStatus;
import io.github.crmkit.person.EmailAddress;
import io.github.crmkit.person.PersonName;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Leads, known by their reference; each is captured as new, and moved to its status in the same unit of work. */
final class LeadStep implements KeyedStep<LeadRow, Lead> {

    private final Sellers sellers;
    private final CurrencyUnit currency;

    /** @param currency of amounts */
    LeadStep(Sellers sellers, CurrencyUnit currency) {
        this.sellers = sellers;
        this.currency = currency;
    }

    /** Whether the row says that the lead is worth a deal. */
    static boolean isQualified(LeadRow row) {
        return status(row).filter(LeadStatus.QUALIFIED::equals).isPresent();
    }

    private static Optional<LeadStatus> status(LeadRow row) {
        return constant(LeadStatus.values(), row.status());
    }

    @Override
    public Source source() {
        return Source.LEADS;
    }

    @Override
    public LeadRow read(CsvRow row) {
        return LeadRow.from(row, currency);
    }

    @Override
    public String key(LeadRow row) {
        return row.ref();
    }

    @Override
    public Map<String, Lead> stored(CrmSession tx, Set<String> keys) {
        return tx
                .leads()
                .find(LeadFields.REFERENCE.in(keys), Sort.byId(), PageRequest.first(keys.size()))
                .items()
                .stream()
                .collect(Collectors.toMap(lead -> String.valueOf(lead.reference()), lead -> lead));
    }

    @Override
    public Stream<String> problems(LeadRow row) {
        return Stream.concat(
                Step.unknown("owner", row.owner(), sellers.find(row.owner()), Source.SELLERS),
                status(row).isPresent()
                        ? Stream.empty()
                        : Stream.of(
                                "status " + Shown.quoted(row.status()) + " is none of " + words(LeadStatus.values())));
    }

    @Override
    public boolean agrees(LeadRow row, Lead stored) {
        PersonName person = stored.person();
        EmailAddress email = stored.details().email();
        return row.company().equals(stored.company())
                && Step.agree(row.person().familyName(), person == null ? null : person.familyName())
                && Step.agree(row.person().givenName(), person == null ? null : person.givenName())
                && Step.agree(row.person().email(), email == null ? null : email.value())
                && Step.agree(sellers.find(row.owner()).orElse(null), stored.owner());
    }

    @Override
    public void create(CrmSession tx, List<LeadRow> rows) {
        List<Lead> leads =
                tx.leads().captureAll(rows.stream().map(this::command).toList());
        for (int i = 0; i < rows.size(); i++) {
            LeadStatus status = status(rows.get(i)).orElseThrow();
            if (status != LeadStatus.NEW) {
                tx.leads().move(leads.get(i).id(), status, rows.get(i).reason());
            }
        }
    }

    @Override
    public Stream<String> unkept(LeadRow row) {
        Stream<String> always = Step.present(
                "local_name",
                row.person().localName(),
                "title",
                row.person().title(),
                "country",
                row.country(),
                "created_on",
                row.createdOn());
        return isQualified(row) ? always : Stream.concat(always, unkeptWish(row.wish()));
    }

    @Override
    public Stream<String> notes(LeadRow row) {
        String from = row.source();
        return from == null || constant(LeadSource.values(), from).isPresent()
                ? Stream.empty()
                : Stream.of("source " + Shown.quoted(from) + " is kept as " + word(LeadSource.OTHER));
    }

    private NewLead command(LeadRow row) {
        PersonCells person = row.person();
        return NewLead.of(row.company())
                .person(person.givenName(), person.familyName())
                .email(person.email())
                .phone(person.phone())
                .source(constant(LeadSource.values(), row.source()).orElse(LeadSource.OTHER))
                .owner(sellers.find(row.owner()).orElse(null))
                .reference(row.ref());
    }

    /** A lead has no place for what it wishes, but the deal that a qualified one becomes has. */
    private static Stream<String> unkeptWish(LeadRow.Wish wish) {
        return Step.present("interest", wish.interest(), "amount", wish.amount(), "close_on", wish.closeOn());
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, @Nullable String text) {
        return Arrays.stream(all)
                .filter(one -> text != null && word(one).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static String words(Enum<?>[] all) {
        return Arrays.stream(all).map(LeadStep::word).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
