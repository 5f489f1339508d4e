package io.github.crmkit.party;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.merge.Blanks;
import io.github.crmkit.merge.Filled;
import io.github.crmkit.person.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that business is done with.
 *
 * <p>Its life: created by hand, by an import or from a converted lead; edited and assigned at any time; its blanks filled
 * when more becomes known. A decision that asks for what already is, is success without a change.
 *
 * @param name plain text; names need not be unique
 * @param industry the sector it works in; null where not known
 * @param website an http or https address, the scheme may be left out; null where not known
 * @param phone its switchboard; null where not known
 * @param country the country of its seat, as the tenant writes countries; null where not known
 * @param owner the user who looks after it
 * @param reference the key of this account in another system, unique within the tenant; null where there is none
 * @param group the customers it belongs to, for prices and their rules; compared exactly; null where it is in none
 * @param territory the part of the market it lies in, for prices and their rules; compared exactly; null where none is set
 */
public record Account(
        AccountId id,
        Stamp stamp,
        String name,
        @Nullable String industry,
        @Nullable String website,
        @Nullable PhoneNumber phone,
        @Nullable String country,
        UserId owner,
        @Nullable String reference,
        @Nullable String group,
        @Nullable String territory) {

    /** The longest name, in UTF-16 units, inclusive. */
    public static final int MAX_NAME = 200;

    /** The longest industry, country, group and territory, in UTF-16 units, inclusive. */
    public static final int MAX_WORD = 100;

    /** The longest web address, in UTF-16 units, inclusive. */
    public static final int MAX_WEBSITE = 255;

    /** The longest reference, in UTF-16 units, inclusive. */
    public static final int MAX_REFERENCE = 100;

    private static final Pattern WEBSITE =
            Pattern.compile("(?:https?://)?[^\\s:/?#@\\\\]++(?::[0-9]{1,5})?(?:[/?#]\\S*)?", Pattern.CASE_INSENSITIVE);

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that cannot be so */
    public Account {
        Violations problems = new Violations();
        name = problems.plainText(name, MAX_NAME, "name");
        industry = problems.plainTextOrAbsent(industry, MAX_WORD, "industry");
        website = problems.plainTextOrAbsent(website, MAX_WEBSITE, "website");
        checkWebsite(website, problems);
        country = problems.plainTextOrAbsent(country, MAX_WORD, "country");
        reference = problems.plainTextOrAbsent(reference, MAX_REFERENCE, "reference");
        group = problems.plainTextOrAbsent(group, MAX_WORD, "group");
        territory = problems.plainTextOrAbsent(territory, MAX_WORD, "territory");
        problems.throwIfAny("account");
    }

    /** Notes {@code website} for what a browser would not open as a web page, {@code javascript:} above all. */
    static void checkWebsite(@Nullable String text, Violations problems) {
        boolean possible = text == null
                || text.length() > MAX_WEBSITE
                || WEBSITE.matcher(text.strip()).matches();
        problems.require(possible, "website", "website", "must be an http or https address");
    }

    /** A new account. */
    public static Change<Account> created(Account fresh) {
        return Change.created(fresh, new AccountEvent.Created());
    }

    /** The key of this account in another system. */
    public Optional<String> externalReference() {
        return Optional.ofNullable(reference);
    }

    /**
     * Replaces what is known about it.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException what the constructor refuses
     */
    public Change<Account> edit(
            String newName,
            @Nullable String newIndustry,
            @Nullable String newWebsite,
            @Nullable PhoneNumber newPhone,
            @Nullable String newCountry,
            @Nullable String newReference,
            @Nullable String newGroup,
            @Nullable String newTerritory) {
        Account edited = new Account(
                id,
                stamp,
                newName,
                newIndustry,
                newWebsite,
                newPhone,
                newCountry,
                owner,
                newReference,
                newGroup,
                newTerritory);
        return changeTo(edited, new AccountEvent.Edited());
    }

    /**
     * Takes what is offered where nothing is known yet, and leaves everything else as it is.
     *
     * @return the change, and each offered value that found a different one in its place
     */
    public Filled<Account> fillBlanks(
            @Nullable String offeredIndustry,
            @Nullable String offeredWebsite,
            @Nullable PhoneNumber offeredPhone,
            @Nullable String offeredCountry) {
        Blanks blanks = new Blanks();
        Account filled = new Account(
                id,
                stamp,
                name,
                blanks.fill("industry", industry, offeredIndustry),
                blanks.fill("website", website, offeredWebsite),
                blanks.fill("phone", phone, offeredPhone, PhoneNumber::raw, PhoneNumber::digits),
                blanks.fill("country", country, offeredCountry),
                owner,
                reference,
                group,
                territory);
        return new Filled<>(changeTo(filled, new AccountEvent.Filled()), blanks.dropped());
    }

    /** Gives it to another user. */
    public Change<Account> assign(UserId to) {
        Account assigned =
                new Account(id, stamp, name, industry, website, phone, country, to, reference, group, territory);
        return changeTo(assigned, new AccountEvent.Assigned(owner, to));
    }

    /**
     * Marks that prices, or a price book, were agreed on with it. The account itself stays as it is but gets a new version,
     * so that of two callers who agree on the same days one is refused.
     */
    public Change<Account> priced() {
        return Change.of(this, this, new AccountEvent.Priced());
    }

    Account withStamp(Stamp next) {
        return new Account(id, next, name, industry, website, phone, country, owner, reference, group, territory);
    }

    private Change<Account> changeTo(Account after, AccountEvent event) {
        return equals(after) ? Change.none(this) : Change.of(this, after, event);
    }
}
