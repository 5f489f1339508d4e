package io.github.crmkit.party;

import io.github.crmkit.access.Work;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import java.util.Optional;

/** The accounts of a tenant. Any storage keeps them; a host that wants to keep them elsewhere implements this alone. */
public interface Accounts extends Repository<Account, AccountId> {

    /** How accounts are kept: the reference is unique within the tenant. */
    EntityType<Account, AccountId> TYPE = EntityType.named("account", AccountId::new, Account::id)
            .fields(AccountFields.ALL)
            .owner(AccountFields.OWNER)
            .unique("reference", AccountFields.REFERENCE)
            .stamp(Account::stamp, Account::withStamp);

    /** The accounts within a unit of work, as its caller sees them. */
    static Accounts in(Work work) {
        return over(work.repository(TYPE));
    }

    /** The accounts in this repository. */
    static Accounts over(Repository<Account, AccountId> repository) {
        record Kept(Repository<Account, AccountId> base)
                implements Accounts, ForwardingRepository<Account, AccountId> {}
        return new Kept(repository);
    }

    /** Selects the accounts of this name, whatever its case. */
    static Criteria<Account> named(String name) {
        return AccountFields.NAME.sameText(name.strip());
    }

    /** The account with this key of another system. */
    default Optional<Account> byReference(String reference) {
        return first(AccountFields.REFERENCE.equalTo(reference.strip()), Sort.byId());
    }
}
