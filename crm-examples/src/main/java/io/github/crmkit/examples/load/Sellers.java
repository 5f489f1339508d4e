package io.github.crmkit.examples.load;

import io.github.crmkit.examples.rows.SellerRow;
import io.github.crmkit.kernel.UserId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The people who sell. They are users of the host, which the CRM only refers to: the id of a user is made from the key
 * of the seller, so that every run gives the same person the same id.
 */
public final class Sellers {

    private final Map<UserId, SellerRow> byId = new HashMap<>();
    private final boolean anybody;

    private Sellers(boolean anybody) {
        this.anybody = anybody;
    }

    /** These sellers and nobody else. */
    static Sellers of(List<SellerRow> rows) {
        Sellers sellers = new Sellers(false);
        rows.forEach(row -> sellers.byId.put(idOf(row.ref()), row));
        return sellers;
    }

    /** Whoever is named, for a folder that does not say who its sellers are. */
    static Sellers anybody() {
        return new Sellers(true);
    }

    private static UserId idOf(String ref) {
        return new UserId(UUID.nameUUIDFromBytes(("seller " + ref).getBytes(StandardCharsets.UTF_8)));
    }

    /** The user with this key, if there is such a seller. */
    Optional<UserId> find(@Nullable String ref) {
        if (anybody && ref != null) {
            byId.putIfAbsent(idOf(ref), new SellerRow(ref, ref, null, null, null));
        }
        return Optional.ofNullable(ref).map(Sellers::idOf).filter(byId::containsKey);
    }

    /** The name of a user; of somebody who is not a seller, that nobody has it. */
    public String nameOf(UserId user) {
        SellerRow row = byId.get(user);
        return row == null ? "(nobody)" : row.name();
    }

    /** The team of a user, if it is known. */
    public Optional<String> teamOf(UserId user) {
        return Optional.ofNullable(byId.get(user)).map(SellerRow::team);
    }
}
