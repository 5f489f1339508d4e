package io.github.crmkit.conversion;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadSource;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.merge.DroppedValue;
import io.github.crmkit.merge.Filled;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.party.Contact;
import io.github.crmkit.party.ContactFields;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.party.Contacts;
import io.github.crmkit.person.EmailAddress;
import io.github.crmkit.person.PersonName;
import io.github.crmkit.person.PhoneNumber;
import io.github.crmkit.pipeline.Pipeline;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.TextField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who takes what from a lead: a pure decision.
 *
 * <p>The company becomes the account's name; the person with e-mail and phone becomes the contact. Without a person the
 * phone goes to the account. Where account or contact exist already, only their blanks are filled. Everything else stays
 * with the lead and is listed.
 *
 * @param into the account to fill; null for a new one
 * @param with the contact to fill; null for a new one, or none
 */
record Handover(
        ConvertLead command,
        Lead lead,
        @Nullable Filled<Account> into,
        @Nullable Filled<Contact> with,
        List<Violation> obstacles) {

    static Handover of(
            ConvertLead command,
            Lead lead,
            @Nullable Account into,
            @Nullable Contact with,
            @Nullable Pipeline chosen,
            Instant at) {
        boolean person = lead.person() != null || with != null;
        PhoneNumber phone = person ? null : lead.details().phone();
        return new Handover(
                command,
                lead,
                into == null ? null : into.fillBlanks(null, null, phone, null),
                with == null ? null : with.fillBlanks(lead.person(), lead.details(), null),
                obstacles(lead, chosen, at));
    }

    private static List<Violation> obstacles(Lead lead, @Nullable Pipeline chosen, Instant at) {
        Violations problems = new Violations().addAll(obstaclesOf(lead, at));
        problems.require(
                chosen == null || chosen.active(), "pipeline", "pipeline-inactive", "must be active for a new deal");
        return problems.list();
    }

    /** The lead itself knows what it takes to be converted. */
    private static List<Violation> obstaclesOf(Lead lead, Instant at) {
        try {
            lead.convert(at, List.of(Leads.TYPE.refOf(lead)));
            return List.of();
        } catch (RuleViolationsException refused) {
            return refused.violations();
        }
    }

    /** Refuses with everything that stands in the way, before anything is written. */
    void requirePossible() {
        if (!obstacles.isEmpty()) {
            throw new RuleViolationsException("conversion", obstacles);
        }
    }

    /** Whether there is somebody to be a contact. */
    boolean hasPerson() {
        return lead.person() != null || with != null;
    }

    String dealName() {
        return command.name() == null ? lead.company() : command.name();
    }

    /** The account, new under this id or filled. */
    Change<Account> account(AccountId id, Stamp stamp) {
        if (into != null) {
            return into.change();
        }
        return Account.created(new Account(
                id, stamp, lead.company(), null, null, accountPhone(), null, lead.owner(), null, null, null));
    }

    /** The contact, new under this id or filled. */
    Change<Contact> contact(ContactId id, Stamp stamp) {
        PersonName person = lead.person();
        if (with != null) {
            return with.change();
        }
        if (person == null) {
            throw new IllegalStateException("no contact without a person");
        }
        return Contact.created(new Contact(id, stamp, person, lead.details(), null, lead.owner(), null));
    }

    Conversion.Plan plan() {
        return new Conversion.Plan(
                lead.id(),
                obstacles,
                accountShare(),
                hasPerson() ? contactShare() : null,
                command.withDeal() ? dealName() : null,
                leftBehind(),
                List.of());
    }

    private @Nullable PhoneNumber accountPhone() {
        return hasPerson() ? null : lead.details().phone();
    }

    private Conversion.Share accountShare() {
        if (into != null) {
            return share(Accounts.TYPE, into.change());
        }
        List<Conversion.Taken> taken = new ArrayList<>();
        taken.add(new Conversion.Taken("name", lead.company()));
        PhoneNumber phone = accountPhone();
        if (phone != null) {
            taken.add(new Conversion.Taken("phone", phone.raw()));
        }
        return new Conversion.Share(null, taken);
    }

    private Conversion.Share contactShare() {
        PersonName person = lead.person();
        if (with != null || person == null) {
            return with == null ? new Conversion.Share(null, List.of()) : share(Contacts.TYPE, with.change());
        }
        List<Conversion.Taken> taken = new ArrayList<>();
        taken.add(new Conversion.Taken("name", person.display()));
        EmailAddress email = lead.details().email();
        PhoneNumber phone = lead.details().phone();
        if (email != null) {
            taken.add(new Conversion.Taken("email", email.value()));
        }
        if (phone != null) {
            taken.add(new Conversion.Taken("phone", phone.raw()));
        }
        return new Conversion.Share(null, taken);
    }

    /** The fields that were blank and no longer are. */
    private <T> Conversion.Share share(EntityType<T, ?> type, Change<T> filled) {
        List<Conversion.Taken> taken = new ArrayList<>();
        T before = filled.before() == null ? filled.state() : filled.before();
        for (Field<T, ?> field : type.fields()) {
            Object value = field.plain(filled.state());
            if (field.plain(before) == null && value != null) {
                taken.add(new Conversion.Taken(
                        field.name(), asGiven(field.name(), field.type().format(value))));
            }
        }
        return new Conversion.Share(type.refOf(filled.state()), taken);
    }

    /** What the lead says; the fields of e-mail and phone hold only the form to compare by. */
    private String asGiven(String field, String comparable) {
        EmailAddress email = lead.details().email();
        PhoneNumber phone = lead.details().phone();
        if (email != null && field.equals(ContactFields.EMAIL.name())) {
            return email.value();
        }
        return phone != null && field.equals(ContactFields.PHONE.name()) ? phone.raw() : comparable;
    }

    private List<Conversion.LeftBehind> leftBehind() {
        List<Conversion.LeftBehind> left = new ArrayList<>();
        if (into != null) {
            String name = into.change().state().name();
            if (!TextField.fold(name).equals(TextField.fold(lead.company()))) {
                left.add(new Conversion.LeftBehind("account.name", name, lead.company()));
            }
            addDropped(left, "account.", into.dropped());
        }
        if (with != null) {
            addDropped(left, "contact.", with.dropped());
        }
        EmailAddress email = lead.details().email();
        if (!hasPerson() && email != null) {
            left.add(new Conversion.LeftBehind("lead.email", null, email.value()));
        }
        if (lead.source() != LeadSource.OTHER) {
            left.add(
                    new Conversion.LeftBehind("lead.source", null, lead.source().name()));
        }
        if (lead.score() != null) {
            left.add(new Conversion.LeftBehind("lead.score", null, String.valueOf(lead.score())));
        }
        if (lead.reference() != null) {
            left.add(new Conversion.LeftBehind("lead.reference", null, lead.reference()));
        }
        return left;
    }

    private static void addDropped(List<Conversion.LeftBehind> left, String prefix, List<DroppedValue> dropped) {
        dropped.forEach(d -> left.add(new Conversion.LeftBehind(prefix + d.field(), d.kept(), d.dropped())));
    }
}
