package io.github.crmkit.party;

import io.github.crmkit.access.Action;
import io.github.crmkit.access.Desk;
import io.github.crmkit.access.Work;
import io.github.crmkit.command.Command;
import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.PlainText;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.person.PhoneNumber;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.storage.StaleVersionException;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The door to accounts, for one caller. Every method is one unit of work. An account that the caller does not see is not
 * found.
 */
public final class AccountService {

    /**
     * Asks for a new account. Only the name is required.
     *
     * @param owner the caller unless given
     */
    public record NewAccount(
            @NotNull @PlainText(max = Account.MAX_NAME) String name,
            @PlainText(max = Account.MAX_WORD) @Nullable String industry,
            @PlainText(max = Account.MAX_WEBSITE) @Nullable String website,
            @Nullable String phone,
            @PlainText(max = Account.MAX_WORD) @Nullable String country,

            @PlainText(max = Account.MAX_REFERENCE) @Nullable
            String reference,

            @PlainText(max = Account.MAX_WORD) @Nullable String group,
            @PlainText(max = Account.MAX_WORD) @Nullable String territory,
            @Nullable UserId owner)
            implements Command {

        /** An account of this name. */
        public static NewAccount of(String name) {
            return new NewAccount(name, null, null, null, null, null, null, null, null);
        }

        /** Working in this sector. */
        public NewAccount industry(@Nullable String sector) {
            return new NewAccount(name, sector, website, phone, country, reference, group, territory, owner);
        }

        /** With this web address. */
        public NewAccount website(@Nullable String address) {
            return new NewAccount(name, industry, address, phone, country, reference, group, territory, owner);
        }

        /** With this phone number. */
        public NewAccount phone(@Nullable String number) {
            return new NewAccount(name, industry, website, number, country, reference, group, territory, owner);
        }

        /** Seated in this country. */
        public NewAccount country(@Nullable String seat) {
            return new NewAccount(name, industry, website, phone, seat, reference, group, territory, owner);
        }

        /** With this key in another system, unique within the tenant. */
        public NewAccount reference(@Nullable String key) {
            return new NewAccount(name, industry, website, phone, country, key, group, territory, owner);
        }

        /** One of these customers. */
        public NewAccount group(@Nullable String customers) {
            return new NewAccount(name, industry, website, phone, country, reference, customers, territory, owner);
        }

        /** In this part of the market. */
        public NewAccount territory(@Nullable String part) {
            return new NewAccount(name, industry, website, phone, country, reference, group, part, owner);
        }

        /** Looked after by this user. */
        public NewAccount owner(@Nullable UserId user) {
            return new NewAccount(name, industry, website, phone, country, reference, group, territory, user);
        }

        @Override
        public void check(Violations problems) {
            Account.checkWebsite(website, problems);
            PhoneNumber.check(phone, "phone", problems);
        }

        private Change<Account> decide(Work work) {
            return Account.created(new Account(
                    new AccountId(work.newId()),
                    work.firstStamp(),
                    name,
                    industry,
                    website,
                    phoneOf(phone),
                    country,
                    owner == null ? work.caller().user() : owner,
                    reference,
                    group,
                    territory));
        }
    }

    /**
     * Asks for other knowledge about an account, all of it at once: start from the account as it was shown, change what is
     * to be changed, and hand in null to clear.
     *
     * @param version the version that was shown; when it is no longer the current one, nothing is overwritten
     */
    public record EditAccount(
            @NotNull AccountId id,
            long version,
            @NotNull @PlainText(max = Account.MAX_NAME) String name,
            @PlainText(max = Account.MAX_WORD) @Nullable String industry,
            @PlainText(max = Account.MAX_WEBSITE) @Nullable String website,
            @Nullable String phone,
            @PlainText(max = Account.MAX_WORD) @Nullable String country,

            @PlainText(max = Account.MAX_REFERENCE) @Nullable
            String reference,

            @PlainText(max = Account.MAX_WORD) @Nullable String group,
            @PlainText(max = Account.MAX_WORD) @Nullable String territory)
            implements Command {

        /** Everything as it is. */
        public static EditAccount of(Account account) {
            PhoneNumber number = account.phone();
            return new EditAccount(
                    account.id(),
                    account.stamp().version(),
                    account.name(),
                    account.industry(),
                    account.website(),
                    number == null ? null : number.raw(),
                    account.country(),
                    account.reference(),
                    account.group(),
                    account.territory());
        }

        /** Of this name. */
        public EditAccount name(String text) {
            return new EditAccount(id, version, text, industry, website, phone, country, reference, group, territory);
        }

        /** Working in this sector. */
        public EditAccount industry(@Nullable String sector) {
            return new EditAccount(id, version, name, sector, website, phone, country, reference, group, territory);
        }

        /** With this web address. */
        public EditAccount website(@Nullable String address) {
            return new EditAccount(id, version, name, industry, address, phone, country, reference, group, territory);
        }

        /** With this phone number. */
        public EditAccount phone(@Nullable String number) {
            return new EditAccount(id, version, name, industry, website, number, country, reference, group, territory);
        }

        /** Seated in this country. */
        public EditAccount country(@Nullable String seat) {
            return new EditAccount(id, version, name, industry, website, phone, seat, reference, group, territory);
        }

        /** With this key in another system, unique within the tenant. */
        public EditAccount reference(@Nullable String key) {
            return new EditAccount(id, version, name, industry, website, phone, country, key, group, territory);
        }

        /** One of these customers. */
        public EditAccount group(@Nullable String customers) {
            return new EditAccount(
                    id, version, name, industry, website, phone, country, reference, customers, territory);
        }

        /** In this part of the market. */
        public EditAccount territory(@Nullable String part) {
            return new EditAccount(id, version, name, industry, website, phone, country, reference, group, part);
        }

        @Override
        public void check(Violations problems) {
            Account.checkWebsite(website, problems);
            PhoneNumber.check(phone, "phone", problems);
        }

        private Change<Account> decide(Account account) {
            if (account.stamp().version() != version) {
                throw new StaleVersionException(Accounts.TYPE.refOf(account), version, account);
            }
            return account.edit(name, industry, website, phoneOf(phone), country, reference, group, territory);
        }
    }

    private final Desk desk;

    public AccountService(Desk desk) {
        this.desk = desk;
    }

    /**
     * Makes a new account.
     *
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with the command
     * @throws io.github.crmkit.storage.DuplicateKeyException when another account has the reference
     */
    public Account create(NewAccount command) {
        return desk.run(command, work -> work.save(Accounts.TYPE, Action.CREATE, command.decide(work)));
    }

    /**
     * Makes many new accounts, all or none.
     *
     * @return the accounts in the order of the commands
     * @throws io.github.crmkit.kernel.RuleViolationsException with everything that is wrong with any of the commands, at
     *     paths such as {@code [3].name}
     * @throws io.github.crmkit.storage.DuplicateKeyException when another account has one of the references
     * @throws io.github.crmkit.kernel.LimitExceededException for more than 10,000 commands
     */
    public List<Account> createAll(List<NewAccount> commands) {
        desk.commandCheck()
                .inspectAll(commands)
                .distinct(commands, "reference", NewAccount::reference)
                .throwIfAny("new accounts");
        return desk.run(work -> work.saveAllNew(
                Accounts.TYPE,
                commands.stream().map(command -> command.decide(work)).toList()));
    }

    /**
     * The account with this id.
     *
     * @throws io.github.crmkit.kernel.NotFoundException when there is none that the caller sees
     */
    public Account get(AccountId id) {
        return desk.run(work -> work.get(Accounts.TYPE, id));
    }

    /** The account with this key of another system. */
    public Optional<Account> byReference(String reference) {
        return desk.run(work -> Accounts.in(work).byReference(reference));
    }

    /** One page of the accounts that satisfy the filter. */
    public Page<Account> find(Criteria<Account> where, Sort<Account> sort, PageRequest request) {
        return desk.run(work -> work.page(Accounts.TYPE, where, sort, request));
    }

    /** How many accounts satisfy the filter. */
    public long count(Criteria<Account> where) {
        return desk.run(work -> Accounts.in(work).count(where));
    }

    /**
     * Replaces what is known about an account; refused as {@link Account#edit} says.
     *
     * @throws StaleVersionException when the account is no longer as it was shown; carries the account as it is
     */
    public Account edit(EditAccount command) {
        return desk.run(
                command,
                work -> work.save(Accounts.TYPE, Action.UPDATE, command.decide(work.get(Accounts.TYPE, command.id()))));
    }

    /** Gives the account to another user. */
    public Account assign(AccountId id, UserId to) {
        return desk.run(work -> work.save(
                Accounts.TYPE, Action.ASSIGN, work.get(Accounts.TYPE, id).assign(to)));
    }

    /** What happened to the account, oldest first. */
    public List<HistoryEntry> history(AccountId id) {
        return desk.run(work -> work.historyOf(Accounts.TYPE.refOf(work.get(Accounts.TYPE, id))));
    }

    private static @Nullable PhoneNumber phoneOf(@Nullable String phone) {
        return phone == null ? null : new PhoneNumber(phone);
    }
}
