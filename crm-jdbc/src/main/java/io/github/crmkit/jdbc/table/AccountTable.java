package io.github.crmkit.jdbc.table;

import io.github.crmkit.jdbc.mapping.Table;
import io.github.crmkit.jdbc.value.Values;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountFields;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.Accounts;

/** Accounts. */
final class AccountTable {

    private AccountTable() {}

    static Table<Account, AccountId> declared() {
        return Table.of(Accounts.TYPE, "account", t -> {
            var name = t.field(AccountFields.NAME);
            var industry = t.field(AccountFields.INDUSTRY);
            var website = t.field(AccountFields.WEBSITE);
            var phone = t.optional("phone", Values.PHONE, Account::phone);
            t.derived(AccountFields.PHONE, "phone_digits");
            var country = t.field(AccountFields.COUNTRY);
            var owner = t.field(AccountFields.OWNER, "owner_id");
            var reference = t.field(AccountFields.REFERENCE);
            var group = t.field(AccountFields.GROUP, "customer_group");
            var territory = t.field(AccountFields.TERRITORY);
            t.stamp(AccountFields.CREATED_AT, "created_at");
            t.index("ix_account_name", AccountFields.NAME.asc());
            t.index("ix_account_owner", AccountFields.OWNER.asc().then(AccountFields.NAME.asc()));
            return row -> new Account(
                    row.id(),
                    row.stamp(),
                    row.get(name),
                    row.optional(industry),
                    row.optional(website),
                    row.optional(phone),
                    row.optional(country),
                    row.get(owner),
                    row.optional(reference),
                    row.optional(group),
                    row.optional(territory));
        });
    }
}
