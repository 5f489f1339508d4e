package io.github.crmkit.storage.contract;

/**
 * One thing that an adapter must do.
 *
 * @param name the demand as a sentence in snake case, unique in the contract
 * @param check throws when the demand is not met
 */
public record ContractCase(String name, Check check) {

    /** Finds out whether the storage on the bench meets the demand. */
    @FunctionalInterface
    public interface Check {
        void on(Bench bench) throws Exception;
    }
}
