package io.github.crmkit.party;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.person.PhoneNumber;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.OrderedField;
import io.github.crmkit.query.TextField;
import java.time.Instant;
import java.util.List;

/** What accounts may be filtered, sorted and exported by. */
public final class AccountFields {

    public static final TextField<Account> NAME =
            Field.<Account>text("name", Account.MAX_NAME, Account::name).folded();

    public static final TextField<Account> INDUSTRY =
            Field.<Account>text("industry", Account.MAX_WORD, Account::industry).optional();

    public static final TextField<Account> WEBSITE = Field.<Account>text(
                    "website", Account.MAX_WEBSITE, Account::website)
            .optional();

    /** The digits of the phone number: compare it with {@link PhoneNumber#digits()}. */
    public static final TextField<Account> PHONE = Field.<Account>text("phone", PhoneNumber.MAX_LENGTH, account -> {
                PhoneNumber phone = account.phone();
                return phone == null ? null : phone.digits();
            })
            .optional();

    public static final TextField<Account> COUNTRY =
            Field.<Account>text("country", Account.MAX_WORD, Account::country).optional();

    public static final Field<Account, UserId> OWNER = Field.id("owner", UserId::new, Account::owner);

    public static final TextField<Account> REFERENCE = Field.<Account>text(
                    "reference", Account.MAX_REFERENCE, Account::reference)
            .optional();

    public static final TextField<Account> GROUP =
            Field.<Account>text("group", Account.MAX_WORD, Account::group).optional();

    public static final TextField<Account> TERRITORY = Field.<Account>text(
                    "territory", Account.MAX_WORD, Account::territory)
            .optional();

    public static final OrderedField<Account, Instant> CREATED_AT =
            Field.instant("createdAt", account -> account.stamp().createdAt());

    /** All of them, in this order. */
    public static final List<Field<Account, ?>> ALL =
            List.of(NAME, INDUSTRY, WEBSITE, PHONE, COUNTRY, OWNER, REFERENCE, GROUP, TERRITORY, CREATED_AT);

    private AccountFields() {}
}
