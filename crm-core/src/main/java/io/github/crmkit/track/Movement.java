package io.github.crmkit.track;

import io.github.crmkit.kernel.UserId;
import io.github.crmkit.opportunity.Standing;
import io.github.crmkit.pipeline.PipelineId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What moved between two instants, by owner and pipeline. Every {@link MovementLine} that is read from it balances exactly.
 *
 * <p>Looked at are open deals that were not removed and, where days are given, are expected to be decided within them. What
 * changes at {@code from} itself belongs to the start, what changes at {@code to} has moved.
 *
 * @param from the first instant, whose state is the start
 * @param to the last instant, whose state is the end; not before {@code from}
 * @param cells by owner and pipeline: all but the transfers, and only where there is anything
 * @param transfers the deals that went from one owner or pipeline to another, with the amount after
 */
public record Movement(Instant from, Instant to, Map<Key, MovementLine> cells, Map<Transfer, Flow> transfers) {

    /** Whose deals, in which pipeline. */
    public record Key(UserId owner, PipelineId pipeline) {

        /** Where a deal counts that stood so. */
        public static Key of(Standing.State state) {
            return new Key(state.owner(), state.pipeline());
        }
    }

    /** From whom and where, to whom and where. */
    public record Transfer(Key from, Key to) {}

    /** @throws IllegalArgumentException where {@code to} is before {@code from}, or a cell has transfers of its own */
    public Movement {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a movement does not end before it begins");
        }
        Map<Key, MovementLine> moved = new HashMap<>(cells);
        moved.values().removeIf(MovementLine::isEmpty);
        cells = Map.copyOf(moved);
        if (cells.values().stream().anyMatch(Movement::hasTransfers)) {
            throw new IllegalArgumentException("transfers stand beside the cells");
        }
        Map<Transfer, Flow> passed = new HashMap<>(transfers);
        passed.values().removeIf(Flow::isNone);
        transfers = Map.copyOf(passed);
    }

    /** The owners and pipelines that there is anything of. */
    public Set<Key> keys() {
        Set<Key> keys = new HashSet<>(cells.keySet());
        transfers.keySet().forEach(transfer -> {
            keys.add(transfer.from());
            keys.add(transfer.to());
        });
        return Set.copyOf(keys);
    }

    /** The statement of all deals; what went from one to another is no line of it. */
    public MovementLine total() {
        return matching(key -> true);
    }

    /** The statement of one owner. */
    public MovementLine of(UserId owner) {
        return of(Set.of(owner));
    }

    /** The statement of a team: what its members gave each other is no line of it. */
    public MovementLine of(Set<UserId> owners) {
        return matching(key -> owners.contains(key.owner()));
    }

    /** The statement of one pipeline. */
    public MovementLine of(PipelineId pipeline) {
        return matching(key -> key.pipeline().equals(pipeline));
    }

    /** The statement of one owner or team in one pipeline. */
    public MovementLine of(Set<UserId> owners, PipelineId pipeline) {
        return matching(key -> owners.contains(key.owner()) && key.pipeline().equals(pipeline));
    }

    /** The statement of the owners and pipelines that satisfy this; transfers between two of them are no line of it. */
    public MovementLine matching(Predicate<? super Key> inside) {
        MovementLine sum = MovementLine.empty();
        for (Map.Entry<Key, MovementLine> cell : cells.entrySet()) {
            sum = inside.test(cell.getKey()) ? sum.plus(cell.getValue()) : sum;
        }
        Map<MovementTerm, Flow> crossing = new EnumMap<>(MovementTerm.class);
        transfers.forEach((transfer, flow) -> {
            boolean out = inside.test(transfer.from());
            if (out != inside.test(transfer.to())) {
                MovementTerm term = out ? MovementTerm.TRANSFERRED_OUT : MovementTerm.TRANSFERRED_IN;
                crossing.merge(term, flow, Flow::plus);
            }
        });
        return sum.plus(new MovementLine(crossing));
    }

    /**
     * This movement and the one that follows it, as one: the start of this, the end of the next, and what moved in both.
     *
     * @throws IllegalArgumentException where the next one does not begin when this one ends
     */
    public Movement then(Movement next) {
        if (!next.from.equals(to)) {
            throw new IllegalArgumentException("the next movement begins when this one ends");
        }
        Map<Key, MovementLine> both = new HashMap<>();
        cells.forEach((key, line) -> both.put(key, without(line, MovementTerm.END)));
        next.cells.forEach((key, line) -> both.merge(key, without(line, MovementTerm.START), MovementLine::plus));
        Map<Transfer, Flow> passed = new HashMap<>(transfers);
        next.transfers.forEach((transfer, flow) -> passed.merge(transfer, flow, Flow::plus));
        return new Movement(from, next.to, both, passed);
    }

    private static MovementLine without(MovementLine line, MovementTerm term) {
        Map<MovementTerm, Flow> rest = new EnumMap<>(line.flows());
        rest.remove(term);
        return new MovementLine(rest);
    }

    private static boolean hasTransfers(MovementLine line) {
        return !line.flow(MovementTerm.TRANSFERRED_IN).isNone()
                || !line.flow(MovementTerm.TRANSFERRED_OUT).isNone();
    }
}
