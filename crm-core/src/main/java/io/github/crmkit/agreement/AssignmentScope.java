package io.github.crmkit.agreement;

import io.github.crmkit.kernel.Violations;
import io.github.crmkit.party.Account;
import io.github.crmkit.party.AccountId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom a price book is assigned to; the narrower scope goes first. */
public sealed interface AssignmentScope {

    /** The kinds of scope, the one that goes first at the beginning. */
    enum Kind {
        /** One account. */
        OWN,
        /** The accounts of a group. */
        GROUP,
        /** The accounts of a territory. */
        TERRITORY,
        /** Everyone. */
        DEFAULT;

        /** The kind in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The longest {@link #key}, in UTF-16 units, inclusive. */
    int MAX_KEY = "territory:".length() + Account.MAX_WORD;

    /** What kind of scope it is. */
    Kind kind();

    /** The kind and what it names, in one text that no other scope has. */
    String key();

    /** Whether this account is in it. */
    boolean includes(Account account);

    /** The account that it names, where it names one. */
    default Optional<AccountId> ownAccount() {
        return Optional.empty();
    }

    /** The group or territory that it names, where it names one. */
    default Optional<String> word() {
        return Optional.empty();
    }

    /** One account. */
    record Own(AccountId account) implements AssignmentScope {
        @Override
        public Kind kind() {
            return Kind.OWN;
        }

        @Override
        public String key() {
            return kind().word() + ":" + account.text();
        }

        @Override
        public boolean includes(Account one) {
            return account.equals(one.id());
        }

        @Override
        public Optional<AccountId> ownAccount() {
            return Optional.of(account);
        }
    }

    /**
     * The accounts of a group.
     *
     * @param name exactly as accounts have it, 1 to {@value Account#MAX_WORD} characters
     */
    record Group(String name) implements AssignmentScope {

        /** @throws io.github.crmkit.kernel.RuleViolationsException {@code plain-text} */
        public Group {
            name = named(name, "group");
        }

        @Override
        public Kind kind() {
            return Kind.GROUP;
        }

        @Override
        public String key() {
            return kind().word() + ":" + name;
        }

        @Override
        public boolean includes(Account one) {
            return name.equals(one.group());
        }

        @Override
        public Optional<String> word() {
            return Optional.of(name);
        }
    }

    /**
     * The accounts of a territory.
     *
     * @param name exactly as accounts have it, 1 to {@value Account#MAX_WORD} characters
     */
    record Territory(String name) implements AssignmentScope {

        /** @throws io.github.crmkit.kernel.RuleViolationsException {@code plain-text} */
        public Territory {
            name = named(name, "territory");
        }

        @Override
        public Kind kind() {
            return Kind.TERRITORY;
        }

        @Override
        public String key() {
            return kind().word() + ":" + name;
        }

        @Override
        public boolean includes(Account one) {
            return name.equals(one.territory());
        }

        @Override
        public Optional<String> word() {
            return Optional.of(name);
        }
    }

    /** Everyone. */
    record Default() implements AssignmentScope {
        @Override
        public Kind kind() {
            return Kind.DEFAULT;
        }

        @Override
        public String key() {
            return kind().word();
        }

        @Override
        public boolean includes(Account one) {
            return true;
        }
    }

    /**
     * The scope with these parts, as they are stored.
     *
     * @throws IllegalArgumentException where a part is missing
     */
    static AssignmentScope of(Kind kind, @Nullable AccountId account, @Nullable String word) {
        return switch (kind) {
            case OWN -> new Own(needed(account));
            case GROUP -> new Group(needed(word));
            case TERRITORY -> new Territory(needed(word));
            case DEFAULT -> new Default();
        };
    }

    private static <V> V needed(@Nullable V part) {
        if (part == null) {
            throw new IllegalArgumentException("a scope without what it names");
        }
        return part;
    }

    private static String named(String name, String path) {
        Violations problems = new Violations();
        String plain = problems.plainText(name, Account.MAX_WORD, path);
        problems.throwIfAny("assignment scope");
        return plain;
    }
}
