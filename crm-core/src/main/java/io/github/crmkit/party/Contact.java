package io.github.crmkit.party;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.merge.Blanks;
import io.github.crmkit.merge.Filled;
import io.github.crmkit.person.ContactDetails;
import io.github.crmkit.person.PersonName;
import io.github.crmkit.query.TextField;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person that business is done with. Which accounts the person belongs to is told by {@link Affiliation}.
 *
 * <p>Its life: created by hand, by an import or from a converted lead; edited and assigned at any time; its blanks filled
 * when more becomes known. A decision that asks for what already is, is success without a change.
 *
 * @param title what stands on the card, for example purchasing manager; null where not known
 * @param owner the user who looks after it
 * @param reference the key of this contact in another system, unique within the tenant; null where there is none
 */
public record Contact(
        ContactId id,
        Stamp stamp,
        PersonName name,
        ContactDetails details,
        @Nullable String title,
        UserId owner,
        @Nullable String reference) {

    /** The longest title, in UTF-16 units, inclusive. */
    public static final int MAX_TITLE = 100;

    /** The longest reference, in UTF-16 units, inclusive. */
    public static final int MAX_REFERENCE = 100;

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that cannot be so */
    public Contact {
        Violations problems = new Violations();
        title = problems.plainTextOrAbsent(title, MAX_TITLE, "title");
        reference = problems.plainTextOrAbsent(reference, MAX_REFERENCE, "reference");
        problems.throwIfAny("contact");
    }

    /** A new contact. */
    public static Change<Contact> created(Contact fresh) {
        return Change.created(fresh, new ContactEvent.Created());
    }

    /** The key of this contact in another system. */
    public Optional<String> externalReference() {
        return Optional.ofNullable(reference);
    }

    /**
     * Replaces what is known about the person.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException what the constructor refuses
     */
    public Change<Contact> edit(
            PersonName newName, ContactDetails newDetails, @Nullable String newTitle, @Nullable String newReference) {
        Contact edited = new Contact(id, stamp, newName, newDetails, newTitle, owner, newReference);
        return changeTo(edited, new ContactEvent.Edited());
    }

    /**
     * Takes what is offered where nothing is known yet, and leaves everything else as it is. A missing given name is
     * filled where the family name is the same text.
     *
     * @return the change, and each offered value that found a different one in its place
     */
    public Filled<Contact> fillBlanks(
            @Nullable PersonName offeredName, ContactDetails offeredDetails, @Nullable String offeredTitle) {
        Blanks blanks = new Blanks();
        Contact filled = new Contact(
                id,
                stamp,
                offeredName == null ? name : fillName(offeredName, blanks),
                details.fillBlanks(offeredDetails, blanks),
                blanks.fill("title", title, offeredTitle),
                owner,
                reference);
        return new Filled<>(changeTo(filled, new ContactEvent.Filled()), blanks.dropped());
    }

    /** Gives it to another user. */
    public Change<Contact> assign(UserId to) {
        return changeTo(
                new Contact(id, stamp, name, details, title, to, reference), new ContactEvent.Assigned(owner, to));
    }

    /**
     * Records that the person was affiliated with an account. The contact itself stays as it is but gets a new version, so
     * that of two who affiliate the same person at once the second one has to look again.
     */
    public Change<Contact> affiliated(Affiliation affiliation) {
        return Change.of(this, this, new ContactEvent.Affiliated(affiliation.id(), affiliation.account()));
    }

    /** Records that one of the person's affiliations was ended. */
    public Change<Contact> affiliationEnded(Affiliation affiliation) {
        return Change.of(this, this, new ContactEvent.AffiliationEnded(affiliation.id(), affiliation.account()));
    }

    Contact withStamp(Stamp next) {
        return new Contact(id, next, name, details, title, owner, reference);
    }

    private PersonName fillName(PersonName offered, Blanks blanks) {
        if (name.isSingle() && TextField.fold(name.familyName()).equals(TextField.fold(offered.familyName()))) {
            return new PersonName(offered.givenName(), name.familyName());
        }
        blanks.fill("name", name, offered, PersonName::display, kept -> TextField.fold(kept.display()));
        return name;
    }

    private Change<Contact> changeTo(Contact after, ContactEvent event) {
        return equals(after) ? Change.none(this) : Change.of(this, after, event);
    }
}
