package io.github.crmkit.deal;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.kernel.Violations;
import io.github.crmkit.money.Allocation;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Rounding;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * Who works on a deal besides its owner, and who gets which part of it.
 *
 * <p>Revenue splits share the deal itself out and sum to exactly 100 %, where there are any. Overlay splits credit people
 * who helped; they come on top, have any total, and are never added to the revenue. A split belongs to the deal's owner
 * or to a member, so that nobody leaves with a share: whoever leaves, the splits are given anew.
 *
 * @param members each user once, the owner not among them unless they have a role of their own to tell
 * @param revenue each user once
 * @param overlay each user once
 */
public record SalesTeam(List<Member> members, List<Split> revenue, List<Split> overlay) {

    /** The most members. */
    public static final int MAX_MEMBERS = 50;

    /** The most splits of either kind. */
    public static final int MAX_SPLITS = 50;

    /** The longest role of a member, in UTF-16 units, inclusive. */
    public static final int MAX_ROLE = 60;

    private static final SalesTeam NOBODY = new SalesTeam(List.of(), List.of(), List.of());

    /**
     * Somebody who works on the deal.
     *
     * @param role what they do, in the words of the organisation; 1 to {@value SalesTeam#MAX_ROLE} characters
     */
    public record Member(UserId user, String role) {
        public Member {
            role = DealRules.stripped(role);
        }

        @Override
        public String toString() {
            return role + " " + user.text();
        }
    }

    /**
     * A part of the deal that is somebody's.
     *
     * @param share more than 0 %; of revenue at most 100 %
     */
    public record Split(UserId user, Percent share) {
        @Override
        public String toString() {
            return share + " " + user.text();
        }
    }

    /** @throws io.github.crmkit.kernel.RuleViolationsException with everything that {@link #check} notes */
    public SalesTeam {
        members = List.copyOf(members);
        revenue = List.copyOf(revenue);
        overlay = List.copyOf(overlay);
        Violations problems = new Violations();
        check(members, revenue, overlay, problems);
        problems.throwIfAny("sales team");
    }

    /** Nobody but the owner. */
    public static SalesTeam nobody() {
        return NOBODY;
    }

    /**
     * Notes what is wrong with such a team at {@code members}, {@code revenue} and {@code overlay}: {@code not-null},
     * {@code plain-text} for a role, {@code duplicate} for a user who is given twice, {@code too-many}, {@code split-share}
     * for a share of 0 % or less, {@code split-total} for revenue that does not sum to exactly 100 %.
     */
    public static void check(List<Member> members, List<Split> revenue, List<Split> overlay, Violations problems) {
        DealRules.checkSize(members, MAX_MEMBERS, "members", problems);
        Set<UserId> seen = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            Member one = members.get(i);
            String place = "members[" + i + "]";
            problems.require(one.user != null, place + ".user", "not-null", "must be given");
            problems.require(
                    one.user == null || seen.add(one.user), place + ".user", "duplicate", "must not be given twice");
            problems.plainText(one.role, MAX_ROLE, place + ".role");
        }
        checkSplits(revenue, "revenue", problems);
        checkSplits(overlay, "overlay", problems);
        BigDecimal sum = sum(revenue);
        problems.require(
                revenue.isEmpty() || sum.compareTo(Percent.HUNDRED.value()) == 0,
                "revenue",
                "split-total",
                "must sum to exactly 100 %, and sum to " + sum.toPlainString() + " %");
    }

    /** Notes {@code split-member} for every split of a user who is neither the owner of the deal nor a member. */
    public static void checkHolders(
            UserId owner, List<Member> members, List<Split> revenue, List<Split> overlay, Violations problems) {
        Set<UserId> inside = new HashSet<>();
        inside.add(owner);
        members.forEach(member -> inside.add(member.user));
        checkHolders(inside, revenue, "revenue", problems);
        checkHolders(inside, overlay, "overlay", problems);
    }

    /** Notes what {@link #checkHolders(UserId, List, List, List, Violations)} notes. */
    public void checkHolders(UserId owner, Violations problems) {
        checkHolders(owner, members, revenue, overlay, problems);
    }

    /**
     * What of this amount belongs to whom, in the order of the splits; empty without any. The parts sum to the amount
     * exactly, see {@link Allocation}.
     */
    public Map<UserId, Money> revenueOf(Money amount) {
        return parts(amount, revenue);
    }

    /**
     * What is credited on top to whom, in the order of the splits; empty without any. Their shares together are taken of the
     * amount and rounded once, halves away from zero; the parts sum to that exactly, see {@link Allocation}.
     */
    public Map<UserId, Money> overlayOf(Money amount) {
        return parts(Percent.of(sum(overlay)).of(amount, Rounding.COMMERCIAL), overlay);
    }

    /** The same team without this member; the splits stay as they are. */
    public SalesTeam without(UserId user) {
        return new SalesTeam(
                members.stream().filter(one -> !one.user.equals(user)).toList(), revenue, overlay);
    }

    /** Whether the owner works on it alone and no split is given. */
    public boolean isNobody() {
        return equals(NOBODY);
    }

    /** Whether this user holds a split of either kind. */
    public boolean holdsSplit(UserId user) {
        return Stream.concat(revenue.stream(), overlay.stream()).anyMatch(one -> one.user.equals(user));
    }

    private static Map<UserId, Money> parts(Money whole, List<Split> splits) {
        if (splits.isEmpty()) {
            return Map.of();
        }
        List<Money> parts = Allocation.of(
                whole, splits.stream().map(one -> one.share.value()).toList());
        Map<UserId, Money> shared = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            shared.put(splits.get(i).user, parts.get(i));
        }
        return Collections.unmodifiableMap(shared);
    }

    private static void checkSplits(List<Split> splits, String path, Violations problems) {
        DealRules.checkSize(splits, MAX_SPLITS, path, problems);
        Set<UserId> seen = new HashSet<>();
        for (int i = 0; i < splits.size(); i++) {
            Split one = splits.get(i);
            String place = path + "[" + i + "]";
            if (one.user == null || one.share == null) {
                problems.add(place, "not-null", "must have a user and a share");
                continue;
            }
            problems.require(seen.add(one.user), place + ".user", "duplicate", "must not be given twice");
            problems.require(
                    one.share.compareTo(Percent.ZERO) > 0, place + ".share", "split-share", "must be more than 0 %");
        }
    }

    private static void checkHolders(Set<UserId> inside, List<Split> splits, String path, Violations problems) {
        for (int i = 0; i < splits.size(); i++) {
            UserId user = splits.get(i).user;
            problems.require(
                    user == null || inside.contains(user),
                    path + "[" + i + "].user",
                    "split-member",
                    "must be the owner of the deal or a member of its team");
        }
    }

    private static BigDecimal sum(List<Split> splits) {
        return splits.stream()
                .filter(one -> one.share != null)
                .map(one -> one.share.value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
