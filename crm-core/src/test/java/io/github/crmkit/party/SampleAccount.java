package io.github.crmkit.party;

import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.person.PhoneNumber;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes accounts for tests: {@code anAccount().name("Siam Tiles").account()}. Each step returns another sample. */
public record SampleAccount(Account account) {

    public static final UserId OWNER = new UserId(UUID.fromString("018f0000-0000-7000-8000-00000000c0de"));
    public static final Instant CREATED_AT = Instant.parse("2026-03-02T02:00:00.123456Z");

    /** An account about which everything is known but its key in another system. */
    public static SampleAccount anAccount() {
        return new SampleAccount(new Account(
                new AccountId(UUID.randomUUID()),
                Stamp.first(CREATED_AT, OWNER),
                "Siam Tiles",
                "Building materials",
                "https://siamtiles.example",
                new PhoneNumber("+66 2 123 4567"),
                "Thailand",
                OWNER,
                null,
                "Wholesale",
                "Bangkok"));
    }

    /** An account about which nothing is known but its name. */
    public static SampleAccount aBareAccount() {
        Account full = anAccount().account;
        return new SampleAccount(
                new Account(full.id(), full.stamp(), full.name(), null, null, null, null, OWNER, null, null, null));
    }

    public SampleAccount name(String name) {
        return edited(name, account.website(), account.reference());
    }

    public SampleAccount website(@Nullable String website) {
        return edited(account.name(), website, account.reference());
    }

    public SampleAccount reference(@Nullable String reference) {
        return edited(account.name(), account.website(), reference);
    }

    public SampleAccount owner(UserId owner) {
        return new SampleAccount(account.assign(owner).state());
    }

    private SampleAccount edited(String name, @Nullable String website, @Nullable String reference) {
        return new SampleAccount(account.edit(
                        name,
                        account.industry(),
                        website,
                        account.phone(),
                        account.country(),
                        reference,
                        account.group(),
                        account.territory())
                .state());
    }
}
