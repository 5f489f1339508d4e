package io.github.crmkit.jdbc.sql;

import java.util.List;

/**
 * How a database lets one session keep the others out for longer than a transaction: the lock outlives commits, and ends
 * with the session at the latest.
 *
 * @param preparing statements that make what the lock needs, which may run many times, from several sessions at once
 * @param taking a statement that takes the lock if it is free and does not wait: it changes one row then, or answers 1
 * @param releasing a statement that gives the lock back, with the same answer
 */
public record SessionLock(List<String> preparing, String taking, String releasing) {

    public SessionLock {
        preparing = List.copyOf(preparing);
    }
}
