package io.github.crmkit.access;

import io.github.crmkit.command.Command;
import io.github.crmkit.command.CommandCheck;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.IdGenerator;
import io.github.crmkit.storage.DuplicateKeyException;
import io.github.crmkit.storage.StaleVersionException;
import io.github.crmkit.storage.Storage;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Where one caller works: every service has one, and reaches the store through it alone. Safe under threads as far as its
 * storage is.
 *
 * @param caller on whose behalf
 * @param storage where everything is kept
 * @param policy what the caller sees and may do
 * @param clock instants in microseconds
 * @param ids where new ids come from
 * @param commandCheck what commands are checked with
 */
public record Desk(
        Caller caller,
        Storage storage,
        AccessPolicy policy,
        InstantSource clock,
        IdGenerator ids,
        CommandCheck commandCheck) {

    /** Runs the work as one unit: all of it is stored with its history, or nothing. */
    public <R> R run(Function<Work, R> work) {
        return storage.inUnit(caller.tenant(), unit -> Work.run(this, unit, work));
    }

    /** Refuses the command with all its violations, or runs the work. */
    public <R> R run(Command command, Function<Work, R> work) {
        commandCheck.require(command);
        return run(work);
    }

    /**
     * As {@link #run(Command, Function)}, and once more from the start when somebody else was faster: for work that finds
     * the other's result and returns it. Within a transaction of the host's nothing is tried again.
     */
    public <R> R runIdempotent(Command command, Function<Work, R> work) {
        commandCheck.require(command);
        return runIdempotent(work);
    }

    /** As {@link #runIdempotent(Command, Function)}, for work that checks its commands itself. */
    public <R> R runIdempotent(Function<Work, R> work) {
        int attempts = storage.ownsTransactions() ? 4 : 1;
        while (true) {
            attempts--;
            try {
                return run(work);
            } catch (StaleVersionException | DuplicateKeyException fasterCaller) {
                if (attempts == 0) {
                    throw fasterCaller;
                }
            }
        }
    }

    /** The same desk over another storage, for example one that joins a unit that is open. */
    public Desk over(Storage other) {
        return new Desk(caller, other, policy, clock, ids, commandCheck);
    }
}
