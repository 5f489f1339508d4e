package io.github.crmkit.track.contract;

import java.util.List;

/** Something that a shorter way to an answer may get wrong, and the cases that must catch it. */
enum WrongAnswer {
    KNOWLEDGE_IGNORED("the_pipeline_then_is_that_of_the_fold", "a_movement_is_that_of_the_fold_and_balances"),
    FILTER_IGNORED(
            "the_pipeline_now_is_that_of_the_fold",
            "the_pipeline_then_is_that_of_the_fold",
            "a_movement_is_that_of_the_fold_and_balances"),
    QUESTION_IGNORED("the_pipeline_now_is_that_of_the_fold"),
    MOMENT_EXCLUDED("the_pipeline_then_is_that_of_the_fold", "a_movement_is_that_of_the_fold_and_balances"),
    START_INCLUDED("a_movement_is_that_of_the_fold_and_balances"),
    DAYS_IGNORED("a_movement_is_that_of_the_fold_and_balances"),
    LAST_DAY_EXCLUDED("a_movement_is_that_of_the_fold_and_balances"),
    ROUNDED(
            "the_pipeline_now_is_that_of_the_fold",
            "the_pipeline_then_is_that_of_the_fold",
            "the_largest_amounts_are_added_up_exactly"),
    ONE_TENANT_FOR_ALL("nothing_adds_up_to_nothing", "the_pipeline_now_is_that_of_the_fold"),
    WHAT_IS_COMMITTED("a_unit_counts_what_it_wrote_itself"),
    FAR_DAYS_CUT("days_and_moments_that_no_store_keeps_are_understood"),
    ROUNDED_UP_TO_MICROSECONDS("days_and_moments_that_no_store_keeps_are_understood");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> caughtBy;

    WrongAnswer(String... caughtBy) {
        this.caughtBy = List.of(caughtBy);
    }

    List<String> caughtBy() {
        return caughtBy;
    }
}
