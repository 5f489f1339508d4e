package io.github.crmkit.access;

import io.github.crmkit.kernel.Caller;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import java.util.ArrayList;
import java.util.List;

/** Lets everybody do everything and notes what they asked to do: for tests of who is asked before what. */
public final class AskedActions implements AccessPolicy {

    private final List<String> asked = new ArrayList<>();

    /** What was asked for since the last look, each once, such as {@code assign lead}. */
    public List<String> taken() {
        List<String> taken = asked.stream().distinct().toList();
        asked.clear();
        return taken;
    }

    @Override
    public <T> Criteria<T> visible(Caller caller, EntityType<T, ?> type) {
        return Criteria.all();
    }

    @Override
    public <T> boolean may(Caller caller, Action action, EntityType<T, ?> type, T subject) {
        asked.add(action.word() + " " + type.name());
        return true;
    }
}
