package io.github.crmkit.examples.load;

import io.github.crmkit.CrmSession;
import io.github.crmkit.examples.folder.CsvRow;
import io.github.crmkit.examples.folder.Source;
import io.github.crmkit.examples.rows.AccountRow;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountFields;
import io.github.crmkit.party.AccountService.NewAccount;
import io.github.crmkit.person.PhoneNumber;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Accounts, known by their reference. */
final class AccountStep implements KeyedStep<AccountRow, Account> {

    private final Sellers sellers;

    AccountStep(Sellers sellers) {
        this.sellers = sellers;
    }

    /** The accounts with these references. */
    static Map<String, Account> find(CrmSession tx, Set<String> references) {
        return tx
                .accounts()
                .find(AccountFields.REFERENCE.in(references), Sort.byId(), PageRequest.first(references.size()))
                .items()
                .stream()
                .collect(Collectors.toMap(account -> String.valueOf(account.reference()), account -> account));
    }

    @Override
    public Source source() {
        return Source.ACCOUNTS;
    }

    @Override
    public AccountRow read(CsvRow row) {
        return AccountRow.from(row);
    }

    @Override
    public String key(AccountRow row) {
        return row.ref();
    }

    @Override
    public Map<String, Account> stored(CrmSession tx, Set<String> keys) {
        return find(tx, keys);
    }

    @Override
    public Stream<String> problems(AccountRow row) {
        return Step.unknown("owner", row.owner(), sellers.find(row.owner()), Source.SELLERS);
    }

    @Override
    public boolean agrees(AccountRow row, Account stored) {
        PhoneNumber phone = stored.phone();
        return row.name().equals(stored.name())
                && Step.agree(row.industry(), stored.industry())
                && Step.agree(row.website(), stored.website())
                && Step.agree(row.phone(), phone == null ? null : phone.raw())
                && Step.agree(row.country(), stored.country())
                && Step.agree(sellers.find(row.owner()).orElse(null), stored.owner());
    }

    @Override
    public void create(CrmSession tx, List<AccountRow> rows) {
        tx.accounts().createAll(rows.stream().map(this::command).toList());
    }

    @Override
    public Stream<String> unkept(AccountRow row) {
        return Step.present("local_name", row.localName(), "city", row.city(), "parent_ref", row.parentRef());
    }

    private NewAccount command(AccountRow row) {
        return NewAccount.of(row.name())
                .industry(row.industry())
                .website(row.website())
                .phone(row.phone())
                .country(row.country())
                .owner(sellers.find(row.owner()).orElse(null))
                .reference(row.ref());
    }
}
