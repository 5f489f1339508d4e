package io.github.crmkit.jdbc.table;

import static io.github.crmkit.jdbc.table.Extremes.ANONG;
import static io.github.crmkit.jdbc.table.Extremes.BOON;
import static io.github.crmkit.jdbc.table.Extremes.FIRST_DAY;
import static io.github.crmkit.jdbc.table.Extremes.LAST_DAY;
import static io.github.crmkit.jdbc.table.Extremes.emoji;
import static io.github.crmkit.jdbc.table.Extremes.first;
import static io.github.crmkit.jdbc.table.Extremes.id;
import static io.github.crmkit.jdbc.table.Extremes.special;
import static io.github.crmkit.jdbc.table.Extremes.thai;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.lead.LeadSource;
import io.github.crmkit.lead.LeadStatus;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.party.Affiliation;
import io.github.crmkit.party.AffiliationId;
import io.github.crmkit.party.Affiliations;
import io.github.crmkit.party.Contact;
import io.github.crmkit.party.ContactId;
import io.github.crmkit.party.Contacts;
import io.github.crmkit.person.ContactDetails;
import io.github.crmkit.person.PersonName;
import io.github.crmkit.person.PhoneNumber;
import io.github.crmkit.storage.FieldChange;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.HistoryId;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** History, accounts, contacts, affiliations and leads. */
final class PartySamples {

    static final AccountId SIAM = new AccountId(id(101));
    static final AccountId UNKNOWN = new AccountId(id(102));
    static final ContactId SRISAI = new ContactId(id(201));
    static final ContactId SINGLE = new ContactId(id(202));
    static final LeadId CONVERTED = new LeadId(id(403));

    /** 64 characters, an at sign, and a domain of three labels. */
    private static final String LONGEST_EMAIL =
            "A".repeat(64) + "@" + "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(61);

    private PartySamples() {}

    static List<Kind<?, ?>> all() {
        return List.of(
                new Kind<>(HistoryEntry.TYPE, history()),
                new Kind<>(Accounts.TYPE, accounts()),
                new Kind<>(Contacts.TYPE, contacts()),
                new Kind<>(Affiliations.TYPE, affiliations()),
                new Kind<>(Leads.TYPE, leads()));
    }

    private static List<HistoryEntry> history() {
        EntityRef lead = EntityRef.of("lead", CONVERTED);
        EntityRef longest = new EntityRef("x".repeat(40), UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));
        List<FieldChange> changes = List.of(
                new FieldChange("status", "NEW", "WORKING"),
                new FieldChange("person", null, "สมชาย 🧱 \"quoted\" \\ \n line"),
                new FieldChange("note", "", null));
        return List.of(
                entry(1, lead, 1, "lead.captured", null, List.of(), List.of()),
                entry(2, lead, 2, "lead.moved", "no budget", changes, List.of(EntityRef.of("account", SIAM), longest)),
                entry(3, longest, Long.MAX_VALUE, "c".repeat(60), emoji(500), changes, List.of()));
    }

    private static HistoryEntry entry(
            int number,
            EntityRef subject,
            long version,
            String code,
            String note,
            List<FieldChange> changes,
            List<EntityRef> related) {
        return new HistoryEntry(
                new HistoryId(id(number)),
                subject,
                version,
                first(number).createdAt(),
                number == 2 ? BOON : ANONG,
                code,
                note,
                changes,
                related);
    }

    private static List<Account> accounts() {
        return List.of(
                new Account(
                        SIAM,
                        first(1),
                        "Siam Tiles",
                        "Building materials",
                        "https://siamtiles.example/a?b=c#d",
                        new PhoneNumber("+66 (0)2-123 4567 ต่อ 89"),
                        "Thailand",
                        ANONG,
                        "ERP-1",
                        "Wholesale",
                        "Bangkok"),
                new Account(UNKNOWN, first(2), "siam tiles", null, null, null, null, BOON, null, null, null),
                new Account(
                        new AccountId(id(103)),
                        first(2),
                        emoji(Account.MAX_NAME),
                        thai(Account.MAX_WORD),
                        "x.example/" + "y".repeat(Account.MAX_WEBSITE - 10),
                        new PhoneNumber("+" + "1".repeat(20)),
                        special(Account.MAX_WORD),
                        ANONG,
                        thai(Account.MAX_REFERENCE),
                        thai(Account.MAX_WORD),
                        emoji(Account.MAX_WORD)),
                new Account(
                        new AccountId(id(104)),
                        first(3),
                        special(Account.MAX_NAME),
                        "Straße",
                        null,
                        null,
                        null,
                        BOON,
                        "erp-1",
                        "wholesale",
                        null));
    }

    private static List<Contact> contacts() {
        return List.of(
                new Contact(
                        SRISAI,
                        first(1),
                        PersonName.of("Anong", "Srisai"),
                        ContactDetails.of("Anong.Srisai@SiamTiles.example", "02 123 4567"),
                        "Purchasing manager",
                        ANONG,
                        "C-1"),
                new Contact(SINGLE, first(2), PersonName.single("Siti"), ContactDetails.none(), null, ANONG, null),
                new Contact(
                        new ContactId(id(203)),
                        first(3),
                        PersonName.of(thai(PersonName.MAX_LENGTH), emoji(PersonName.MAX_LENGTH)),
                        ContactDetails.of(LONGEST_EMAIL, null),
                        special(Contact.MAX_TITLE),
                        BOON,
                        emoji(Contact.MAX_REFERENCE)),
                new Contact(
                        new ContactId(id(204)),
                        first(3),
                        PersonName.of("ANONG", "SRISAI"),
                        ContactDetails.of("สมชาย@กระเบื้อง.ไทย", "๐๒-๑๒๓-๔๕๖๗"),
                        null,
                        BOON,
                        null));
    }

    private static List<Affiliation> affiliations() {
        LocalDate day = LocalDate.of(2026, 3, 29);
        return List.of(
                affiliation(1, SRISAI, SIAM, "Buyer", new DateRange(day, day.plusDays(1))),
                affiliation(2, SRISAI, UNKNOWN, null, DateRange.always()),
                affiliation(3, SINGLE, SIAM, emoji(Affiliation.MAX_ROLE), DateRange.startingOn(FIRST_DAY)),
                affiliation(4, SINGLE, SIAM, thai(Affiliation.MAX_ROLE), new DateRange(null, LAST_DAY)));
    }

    private static Affiliation affiliation(
            int number, ContactId contact, AccountId account, String role, DateRange period) {
        return new Affiliation(new AffiliationId(id(300 + number)), first(number), contact, account, role, period);
    }

    private static List<Lead> leads() {
        return List.of(
                new Lead(
                        new LeadId(id(401)),
                        first(1),
                        "Siam Tiles",
                        PersonName.of("Anong", "Srisai"),
                        ContactDetails.of("ANONG@siamtiles.example", "+66 2 123 4567 x12"),
                        LeadSource.TRADE_FAIR,
                        LeadStatus.UNQUALIFIED,
                        "no budget",
                        0,
                        ANONG,
                        "L-1",
                        null),
                new Lead(
                        new LeadId(id(402)),
                        first(2),
                        "SIAM TILES",
                        null,
                        ContactDetails.none(),
                        LeadSource.OTHER,
                        LeadStatus.NEW,
                        null,
                        null,
                        BOON,
                        null,
                        null),
                new Lead(
                        CONVERTED,
                        first(3),
                        thai(Lead.MAX_COMPANY),
                        PersonName.single(emoji(PersonName.MAX_LENGTH)),
                        ContactDetails.of(LONGEST_EMAIL, null),
                        LeadSource.WEB,
                        LeadStatus.QUALIFIED,
                        emoji(Lead.MAX_REASON),
                        Lead.MAX_SCORE,
                        BOON,
                        special(Lead.MAX_REFERENCE),
                        Extremes.FAR),
                new Lead(
                        new LeadId(id(404)),
                        first(3),
                        special(Lead.MAX_COMPANY),
                        PersonName.of(special(PersonName.MAX_LENGTH), "Nguyễn"),
                        ContactDetails.of(null, "(044) 12.34/56"),
                        LeadSource.WEB,
                        LeadStatus.QUALIFIED,
                        null,
                        50,
                        ANONG,
                        null,
                        Extremes.AUTUMN));
    }
}
