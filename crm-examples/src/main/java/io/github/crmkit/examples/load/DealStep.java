package io.github.crmkit.examples.load;

import io.github.crmkit.CrmSession;
import io.github.crmkit.catalog.Product;
import io.github.crmkit.examples.console.Shown;
import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Mapping;
import io.github.crmkit.examples.folder.Source;
import io.github.crmkit.examples.rows.DealRow;
import io.github.crmkit.opportunity.NewOpportunity;
import io.github.crmkit.opportunity.Opportunity;
import io.github.crmkit.opportunity.OpportunityFields;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.Contact;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Deals, known by their reference; closed ones come in closed, and what their rows say of former days becomes their history.
 * Where a deal stands by now is never set back.
 */
final class DealStep implements KeyedStep<DealRow, Opportunity> {

    /** What deals refer to. */
    record Known(Sellers sellers, Lookup<Account> accounts, Lookup<Contact> contacts, Lookup<Product> products) {}

    private final Known known;
    private final Pipeline pipeline;
    private final CurrencyUnit currency;
    private final DealHistory history;

    /** @param mapping says the currency of rows that name none, and which day it is */
    DealStep(Known known, Pipeline pipeline, Mapping mapping) {
        this.known = known;
        this.pipeline = pipeline;
        this.currency = mapping.currency();
        this.history = new DealHistory(mapping);
    }

    /** The deals with these references. */
    static Map<String, Opportunity> find(CrmSession tx, Set<String> references) {
        return tx
                .opportunities()
                .find(OpportunityFields.REFERENCE.in(references), Sort.byId(), PageRequest.first(references.size()))
                .items()
                .stream()
                .collect(Collectors.toMap(deal -> deal.externalReference().orElseThrow(), deal -> deal));
    }

    @Override
    public Source source() {
        return Source.DEALS;
    }

    @Override
    public DealRow read(CsvRow row) {
        return DealRow.from(row, currency);
    }

    @Override
    public String key(DealRow row) {
        return row.ref();
    }

    @Override
    public Map<String, Opportunity> stored(CrmSession tx, Set<String> keys) {
        return find(tx, keys);
    }

    @Override
    public void lookUp(CrmSession tx, List<DealRow> rows) {
        known.accounts().fetch(tx, rows, DealRow::accountRef);
        known.contacts().fetch(tx, rows, DealRow::contactRef);
        known.products().fetch(tx, rows, DealRow::sku);
    }

    @Override
    public Stream<String> problems(DealRow row) {
        return Stream.of(
                        Step.unknown("owner", row.owner(), known.sellers().find(row.owner()), Source.SELLERS),
                        Step.unknown(
                                "account_ref",
                                row.accountRef(),
                                known.accounts().get(row.accountRef()),
                                Source.ACCOUNTS),
                        Step.unknown(
                                "contact_ref",
                                row.contactRef(),
                                known.contacts().get(row.contactRef()),
                                Source.CONTACTS),
                        Step.unknown("sku", row.sku(), known.products().get(row.sku()), Source.PRODUCTS),
                        unknownStage("stage", row.stage()),
                        row.opening() == null
                                ? Stream.<String>empty()
                                : unknownStage("opened_in", row.opening().stage()),
                        history.problems(row))
                .flatMap(problems -> problems);
    }

    @Override
    public boolean agrees(DealRow row, Opportunity stored) {
        return nameOf(row).equals(stored.name())
                && Step.agree(accountOf(row), stored.customer().account())
                && Step.agree(contactOf(row), stored.customer().contact())
                && Step.agree(row.amount(), stored.amount().orElse(null))
                && Step.agree(known.sellers().find(row.owner()).orElse(null), stored.owner())
                && (!row.isClosed()
                        || Step.agree(row.closeOn(), stored.closedOn().orElse(null)));
    }

    @Override
    public void create(CrmSession tx, List<DealRow> rows) {
        List<Opportunity> deals =
                tx.opportunities().openAll(rows.stream().map(this::command).toList());
        history.write(tx, rows, deals.stream().map(Opportunity::id).toList());
    }

    @Override
    public Stream<String> unkept(DealRow row) {
        return Step.present("sku", row.name() == null ? null : row.sku());
    }

    @Override
    public Stream<String> notes(DealRow row) {
        return Stream.of(
                        row.name() == null
                                ? Stream.of("no name, called after product and account")
                                : Stream.<String>empty(),
                        absent("account", row.accountRef()),
                        absent("amount", row.amount()),
                        absent("close date", row.closeOn()),
                        row.opening() == null
                                ? Stream.of("no opening date, known since it was loaded")
                                : Stream.<String>empty())
                .flatMap(notes -> notes);
    }

    private NewOpportunity command(DealRow row) {
        NewOpportunity deal = NewOpportunity.of(nameOf(row))
                .in(pipeline.id())
                .stage(row.stage())
                .account(accountOf(row))
                .contact(contactOf(row))
                .amount(row.amount())
                .owner(known.sellers().find(row.owner()).orElse(null))
                .reference(row.ref());
        LocalDate closeOn = row.closeOn();
        return closeOn != null && row.isClosed() ? deal.closed(closeOn, row.lostReason()) : deal.closingOn(closeOn);
    }

    private @Nullable AccountId accountOf(DealRow row) {
        return known.accounts().get(row.accountRef()).map(Account::id).orElse(null);
    }

    private @Nullable ContactId contactOf(DealRow row) {
        return known.contacts().get(row.contactRef()).map(Contact::id).orElse(null);
    }

    private String nameOf(DealRow row) {
        String name = row.name();
        if (name != null) {
            return name;
        }
        String made = Stream.of(
                        known.products().get(row.sku()).map(Product::name),
                        known.accounts().get(row.accountRef()).map(Account::name))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return made.isEmpty() ? row.ref() : made;
    }

    private Stream<String> unknownStage(String field, @Nullable String stage) {
        return stage == null || pipeline.stage(stage).isPresent()
                ? Stream.empty()
                : Stream.of(field + " " + Shown.quoted(stage) + " is not in the pipeline");
    }

    private static Stream<String> absent(String what, @Nullable Object value) {
        return value == null ? Stream.of("no " + what + ", kept without") : Stream.empty();
    }
}
