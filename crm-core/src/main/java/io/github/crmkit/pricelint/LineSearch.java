package io.github.crmkit.pricelint;

import io.github.crmkit.party.AccountId;
import io.github.crmkit.pricelint.Place.Box;
import io.github.crmkit.pricelint.RuleLine.Facts;
import io.github.crmkit.pricerule.PricingContext;
import io.github.crmkit.pricerule.PricingContext.Customer;
import io.github.crmkit.pricerule.PricingFields;
import io.github.crmkit.pricerule.Target;
import io.github.crmkit.promotion.PromotionId;
import io.github.crmkit.promotion.PromotionStanding;
import io.github.crmkit.query.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks for a line for which some rules of one target apply and none of their set goes before them. */
final class LineSearch {

    /**
     * What was found.
     *
     * @param place of the line; absent where there is none
     * @param left where in that place no other rule goes first
     */
    record Line(Place place, Box left) {}

    /** More than most bands begin at. */
    private static final BigDecimal FAR = BigDecimal.TEN.pow(9);

    private final Rivals rivals;
    private final List<RuleLine> together;
    private final Buyers buyers;
    private final List<Rivals.Open> books;
    private final List<Catalogue.Sold> products;
    private final Function<Place, @Nullable List<Box>> only;

    private final Set<RuleLine> inFront = new LinkedHashSet<>();
    private @Nullable Line applies;
    private boolean undecided;

    LineSearch(Rivals rivals, List<RuleLine> together) {
        this(rivals, together, rivals.books(), rivals.products(together.get(0)), place -> null);
    }

    /** @param only where in a place it is looked; null for everywhere */
    LineSearch(
            Rivals rivals,
            List<RuleLine> together,
            List<Rivals.Open> books,
            List<Catalogue.Sold> products,
            Function<Place, @Nullable List<Box>> only) {
        this.rivals = rivals;
        this.together = together;
        this.books = books;
        this.products = products;
        this.only = only;
        this.buyers = new Buyers(together);
    }

    /** A line where they apply, whatever goes before them; absent where there is none among those that were looked at. */
    @Nullable
    Line applies() {
        return applies;
    }

    /** The rules that went before them where it was looked. */
    List<RuleLine> inFront() {
        return List.copyOf(inFront);
    }

    /** Whether there may be such a line where it was not looked. */
    boolean isUndecided() {
        return undecided;
    }

    /** The first such line; absent where there is none. */
    @Nullable
    Line run() {
        boolean news = true;
        while (news) {
            Line found = once();
            if (found != null) {
                return found;
            }
            undecided = undecided || buyers.areTooMany();
            news = false;
            for (RuleLine one : inFront) {
                news |= !undecided && buyers.note(one.facts);
            }
        }
        undecided = undecided
                || together.stream().anyMatch(r -> r.open)
                || inFront.stream().anyMatch(r -> r.open);
        return null;
    }

    private @Nullable Line once() {
        var all = buyers.all();
        for (Rivals.Open open : books) {
            for (Catalogue.Sold sold : products) {
                var days = open.days().intersection(sold.days());
                if (days.isEmpty()) {
                    continue;
                }
                for (String unit : units(sold)) {
                    for (var buyer : all) {
                        Line found = at(new Place(
                                open.book(), sold.product(), sold.article(), unit, buyer, days.get(), sold.grid()));
                        if (found != null) {
                            return found;
                        }
                    }
                }
            }
        }
        return null;
    }

    private List<String> units(Catalogue.Sold sold) {
        List<String> units = new ArrayList<>(List.of(sold.product().unit()));
        if (rivals.asksForUnits) {
            sold.product().measures().others().forEach(other -> units.add(other.unit()));
        }
        return units;
    }

    private @Nullable Line at(Place place) {
        List<Box> boxes = together.get(0).boxes(place);
        for (int i = 1; i < together.size() && !boxes.isEmpty(); i++) {
            boxes = Box.and(boxes, together.get(i).boxes(place));
        }
        List<Box> within = boxes.isEmpty() ? null : only.apply(place);
        if (within != null) {
            boxes = Box.and(boxes, within);
        }
        if (boxes.isEmpty()) {
            return null;
        }
        if (applies == null) {
            applies = new Line(place, boxes.get(0));
        }
        for (Box box : boxes) {
            List<Box> left = left(box, place);
            if (!left.isEmpty()) {
                return new Line(place, left.get(0));
            }
        }
        return null;
    }

    /** What is left of a box, or of a line of it that was tried first since that costs less. */
    private List<Box> left(Box box, Place place) {
        BigDecimal far = place.grid().ceil(FAR);
        for (Box line : List.of(
                new Box(box.first(), box.first() + 1, box.from(), place.grid().after(box.from())),
                new Box(box.end() - 1, box.end(), far, place.grid().after(far)))) {
            Box within = line.and(box);
            List<Box> left = within == null ? List.of() : cut(within, place);
            if (!left.isEmpty()) {
                return left;
            }
        }
        return cut(box, place);
    }

    /** What is left of a box without what goes to rules that are before them. */
    private List<Box> cut(Box box, Place place) {
        List<List<Box>> left = new ArrayList<>(List.of(List.of(box)));
        rivals.better(together.get(0), place, box, other -> {
            for (Box taken : other.boxes(place)) {
                if (taken.and(box) != null) {
                    inFront.add(other);
                    left.set(0, Box.without(left.get(0), taken));
                }
            }
            return !left.get(0).isEmpty();
        });
        return left.get(0);
    }

    /**
     * A few buyers that stand for all: of each fact that conditions ask for, its absence, a value that nothing names, and each that
     * something names. Nothing that was noted can tell any other buyer from one of these.
     */
    static final class Buyers {

        /** More than so many are not tried. */
        static final int MAX = 4_096;

        private final Target.Buyer target;
        private final Set<PromotionId> granted = new LinkedHashSet<>();
        private final Map<Field<PricingContext, ?>, Set<Object>> named = new LinkedHashMap<>();

        /** Those that rules of one target are for, with all that the rules promise them. */
        Buyers(Collection<RuleLine> rules) {
            this(rules.iterator().next().rule.target().buyer(), rules);
        }

        private Buyers(Target.Buyer target, Collection<RuleLine> rules) {
            this.target = target;
            for (RuleLine line : rules) {
                if (line.rule.promotion() != null) {
                    granted.add(line.rule.promotion());
                }
                note(line.facts);
            }
        }

        /**
         * Those that any rules tell apart, whatever their targets, and some accounts; absent where there are more than so many.
         */
        static Optional<List<Customer>> amongAll(Collection<RuleLine> rules, Collection<AccountId> accounts, int most) {
            Buyers buyers = new Buyers(new Target.Anyone(), rules);
            accounts.forEach(account -> buyers.name(PricingFields.ACCOUNT, account.value()));
            for (RuleLine line : rules) {
                if (line.rule.target().buyer() instanceof Target.Account account) {
                    buyers.name(PricingFields.ACCOUNT, account.id().value());
                } else if (line.rule.target().buyer() instanceof Target.Group group) {
                    buyers.name(PricingFields.GROUP, group.name());
                }
            }
            int promised = Math.min(buyers.granted.size(), Integer.SIZE - 2);
            return buyers.number() > (most >> promised) ? Optional.empty() : Optional.of(buyers.withAndWithout());
        }

        private void name(Field<PricingContext, ?> field, Object value) {
            named.computeIfAbsent(field, f -> new LinkedHashSet<>()).add(value);
        }

        /** Each of them with each choice of the promotions. */
        private List<Customer> withAndWithout() {
            List<Customer> all = new ArrayList<>();
            for (Customer customer : all()) {
                List<Map<PromotionId, PromotionStanding>> choices = new ArrayList<>(List.of(Map.of()));
                for (PromotionId promotion : granted) {
                    for (Map<PromotionId, PromotionStanding> one : List.copyOf(choices)) {
                        Map<PromotionId, PromotionStanding> more = new HashMap<>(one);
                        more.put(promotion, PromotionStanding.GRANTED);
                        choices.add(more);
                    }
                }
                choices.forEach(choice -> all.add(customer.promotions(choice)));
            }
            return all;
        }

        /** Takes in what a condition asks for; whether that is anything new. */
        boolean note(Facts facts) {
            boolean news = false;
            for (Map.Entry<Field<PricingContext, ?>, Set<Object>> fact : facts.values.entrySet()) {
                news |= !named.containsKey(fact.getKey());
                news |= named.computeIfAbsent(fact.getKey(), f -> new LinkedHashSet<>())
                        .addAll(fact.getValue());
            }
            return news;
        }

        /** Whether there are more than {@value #MAX}. */
        boolean areTooMany() {
            return number() > MAX;
        }

        private long number() {
            long number = 1;
            for (Set<Object> values : named.values()) {
                number = Math.min(number * (values.size() + 2), Integer.MAX_VALUE);
            }
            return number;
        }

        /** The buyers, at most {@value #MAX}; the first one has nothing but what the target asks for. */
        List<Customer> all() {
            List<Map<Field<PricingContext, ?>, Object>> all = new ArrayList<>(List.of(Map.of()));
            for (Map.Entry<Field<PricingContext, ?>, Set<Object>> fact : named.entrySet()) {
                Field<PricingContext, ?> field = fact.getKey();
                List<Map<Field<PricingContext, ?>, Object>> more = new ArrayList<>(all);
                for (Object value : values(field, fact.getValue())) {
                    for (int i = 0; i < all.size() && more.size() < MAX; i++) {
                        Map<Field<PricingContext, ?>, Object> next = new HashMap<>(all.get(i));
                        next.put(field, value);
                        more.add(next);
                    }
                }
                all = more;
            }
            return all.stream().map(this::customer).distinct().toList();
        }

        private static List<Object> values(Field<PricingContext, ?> field, Set<Object> named) {
            List<Object> values = new ArrayList<>(named);
            switch (field.type().kind()) {
                case TEXT -> values.add(unnamed(named));
                case ID -> values.add(new UUID(0x7000L, 0x8000_0000_0000_0000L));
                case BOOLEAN -> {
                    values.add(true);
                    values.add(false);
                }
                case INTEGER -> values.add(0L);
                case DECIMAL -> values.add(BigDecimal.ZERO.setScale(field.type().size()));
                case DATE -> values.add(LocalDate.of(2000, 1, 1));
                default ->
                    throw new IllegalStateException(
                            "buyers have no " + field.type().kind());
            }
            return values.stream().distinct().toList();
        }

        /** A text of one character that is not among these. */
        private static String unnamed(Set<Object> named) {
            char letter = 'a';
            while (named.contains(String.valueOf(letter))) {
                letter++;
            }
            return String.valueOf(letter);
        }

        private Customer customer(Map<Field<PricingContext, ?>, Object> facts) {
            Map<PromotionId, PromotionStanding> standings = new HashMap<>();
            granted.forEach(promotion -> standings.put(promotion, PromotionStanding.GRANTED));
            Map<String, Object> custom = new HashMap<>();
            facts.forEach((field, value) -> {
                if (!isStandard(field)) {
                    custom.put(field.name(), value);
                }
            });
            UUID account = (UUID) facts.get(PricingFields.ACCOUNT);
            return new Customer(
                    target instanceof Target.Account one ? one.id() : account == null ? null : new AccountId(account),
                    target instanceof Target.Group one ? one.name() : text(facts, PricingFields.GROUP),
                    text(facts, PricingFields.TERRITORY),
                    text(facts, PricingFields.CHANNEL),
                    text(facts, PricingFields.CAMPAIGN),
                    standings,
                    custom);
        }

        private static boolean isStandard(Field<PricingContext, ?> field) {
            return field.equals(PricingFields.ACCOUNT)
                    || field.equals(PricingFields.GROUP)
                    || field.equals(PricingFields.TERRITORY)
                    || field.equals(PricingFields.CHANNEL)
                    || field.equals(PricingFields.CAMPAIGN);
        }

        private static @Nullable String text(
                Map<Field<PricingContext, ?>, Object> facts, Field<PricingContext, ?> field) {
            return (String) facts.get(field);
        }
    }
}
