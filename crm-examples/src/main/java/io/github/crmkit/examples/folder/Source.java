package io.github.crmkit.examples.folder;

import static io.github.crmkit.examples.folder.SourceField.date;
import static io.github.crmkit.examples.folder.SourceField.decimal;
import static io.github.crmkit.examples.folder.SourceField.optional;
import static io.github.crmkit.examples.folder.SourceField.required;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a folder can hold, in the order in which it is loaded: each source refers to the ones before it only. The fields
 * are the vocabulary of mapping files.
 */
public enum Source {
    /** The people who sell; owners of leads and deals. */
    SELLERS(required("ref"), required("name"), optional("email"), optional("team"), optional("manager")),
    /** Companies. */
    ACCOUNTS(
            required("ref"),
            required("name"),
            optional("local_name"),
            optional("industry"),
            optional("country"),
            optional("city"),
            optional("phone"),
            optional("website"),
            optional("parent_ref"),
            optional("owner")),
    /** People at companies. */
    CONTACTS(
            required("ref"),
            required("account_ref"),
            optional("given_name"),
            required("family_name"),
            optional("local_name"),
            optional("title"),
            optional("email"),
            optional("phone"),
            date("since")),
    /** Interest that is not yet a deal. */
    LEADS(
            required("ref"),
            required("company"),
            optional("given_name"),
            required("family_name"),
            optional("local_name"),
            optional("title"),
            optional("email"),
            optional("phone"),
            optional("country"),
            optional("source"),
            required("status"),
            optional("reason"),
            required("owner"),
            date("created_on").always(),
            optional("interest"),
            decimal("amount"),
            date("close_on")),
    /** What is sold. */
    PRODUCTS(required("sku"), required("name"), optional("category"), optional("unit")),
    /** Entries of price books. */
    PRICES(
            required("book"),
            optional("currency"),
            required("sku"),
            decimal("unit_price").always(),
            decimal("min_quantity"),
            date("valid_from")),
    /** Deals, open, won and lost. */
    DEALS(
            required("ref"),
            optional("name"),
            optional("account_ref"),
            optional("contact_ref"),
            optional("sku"),
            required("stage"),
            decimal("amount"),
            optional("currency"),
            required("owner"),
            date("opened_on"),
            optional("opened_in"),
            decimal("opened_amount"),
            date("close_on"),
            optional("lost_reason")),
    /** What is to be quoted for a deal. */
    LINES(required("deal_ref"), required("sku"), decimal("quantity").always());

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<SourceField> fields;

    Source(SourceField... fields) {
        this.fields = List.of(fields);
    }

    /** The name in mapping files and reports, for example {@code accounts}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<SourceField> fields() {
        return fields;
    }

    Optional<SourceField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    static Optional<Source> labelled(String label) {
        return List.of(values()).stream()
                .filter(source -> source.label().equals(label))
                .findFirst();
    }
}
