package io.github.crmkit.rulebook;

import io.github.crmkit.pricerule.PricingContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a book that are for one buyer and one article, found once; what is left to ask of each line is its day, its
 * quantity, and what conditions ask. Immutable and safe under threads.
 */
public final class Shortlist {

    /** @param level how specific the target of the rules is: 0 is the most specific */
    record Place(Bucket bucket, int level) {}

    private final List<Place> places;
    /** The rules of places that have only a few, each with the level of its place. */
    private final CompiledRule[] few;

    private final int[] levels;
    private final Place[] indexed;
    /** The only rule that can apply, the commonest case; absent where there are none or others. */
    private final @Nullable CompiledRule only;

    Shortlist(List<Place> places) {
        this.places = places;
        int count = 0;
        int others = 0;
        for (Place place : places) {
            CompiledRule[] ofPlace = place.bucket.few();
            count += ofPlace == null ? 0 : ofPlace.length;
            others += ofPlace == null ? 1 : 0;
        }
        this.few = new CompiledRule[count];
        this.levels = new int[count];
        this.indexed = new Place[others];
        int at = 0;
        int next = 0;
        for (Place place : places) {
            CompiledRule[] ofPlace = place.bucket.few();
            if (ofPlace == null) {
                indexed[next++] = place;
            } else {
                System.arraycopy(ofPlace, 0, few, at, ofPlace.length);
                Arrays.fill(levels, at, at + ofPlace.length, place.level);
                at += ofPlace.length;
            }
        }
        this.only = count == 1 && others == 0 ? few[0] : null;
    }

    /** Whether no rule is for them, not even one that never applies. */
    public boolean isEmpty() {
        return places.isEmpty();
    }

    /**
     * The rules that apply to a line, by set in the order of the sets; sets of which no rule applies are left out.
     *
     * @param line one of the buyer, the article and the book that this is for
     * @throws RuleFailedException where the condition of a rule cannot be answered
     */
    public List<Selection> select(PricingContext line) {
        return search(line).selections();
    }

    /**
     * What the rules leave of a price of one unit, where one rule at most applies, which takes a percentage off: the factor, 0
     * to 1, before rounding; absent where they do anything else.
     *
     * @throws RuleFailedException where the condition of a rule cannot be answered
     */
    public Optional<BigDecimal> left(PricingContext line) {
        CompiledRule applying = only;
        boolean none;
        if (applying != null) {
            none = !applying.applies(line);
        } else {
            Search search = search(line);
            none = search.isEmpty();
            applying = search.only();
        }
        return Optional.ofNullable(none ? BigDecimal.ONE : applying == null ? null : applying.left);
    }

    /**
     * The rules that do not apply to a line, each with its reason; together with those that {@link #select} finds, each once. By
     * set in the order of the sets, then by id. Looks at each of them.
     *
     * @throws RuleFailedException where the condition of a rule cannot be answered
     */
    public List<Dismissed> dismissed(PricingContext line) {
        List<CompiledRule> candidates = new ArrayList<>();
        places.forEach(place -> candidates.addAll(place.bucket.all()));
        candidates.sort(Comparator.<CompiledRule>comparingInt(c -> c.setIndex)
                .thenComparing(c -> c.rule.id().value()));
        List<Dismissed> dismissed = new ArrayList<>();
        for (CompiledRule candidate : candidates) {
            Dismissed reason = candidate.dismissal(line);
            if (reason != null) {
                dismissed.add(reason);
            }
        }
        return dismissed;
    }

    /** The question as it stands when it is answered. */
    Search search(PricingContext line) {
        Search search = new Search(line);
        for (int i = 0; i < few.length; i++) {
            search.look(few[i], levels[i]);
        }
        for (Place place : indexed) {
            place.bucket.find(search, place.level);
        }
        return search;
    }
}
