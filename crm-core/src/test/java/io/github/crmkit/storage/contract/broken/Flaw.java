package io.github.crmkit.storage.contract.broken;

import java.util.List;

/** Something that an adapter may get wrong, and the cases of the contract that must catch it. */
enum Flaw {
    // what comes back
    VALUES_CUT_TO_NAME("every_kind_of_value_comes_back"),
    ABSENT_BECOMES_DEFAULT("absent_values_come_back_absent"),
    UPDATE_SKIPS_ABSENT(
            "values_can_become_absent_and_present_again", "an_update_of_the_version_before_replaces_the_state"),
    SCALE_DROPPED("decimals_keep_their_digits_and_their_scale", "every_kind_of_value_comes_back"),
    DECIMALS_AS_DOUBLES("decimals_keep_their_digits_and_their_scale"),
    DECIMALS_ROUNDED("a_decimal_is_never_rounded_on_the_way_in"),
    LONGS_AS_DOUBLES("whole_numbers_keep_all_their_bits"),
    FALSE_AS_ABSENT("truth_values_and_constants_come_back"),
    MILLISECONDS("instants_keep_their_microseconds", "pages_of_one_part_microseconds"),
    JULIAN_CALENDAR("far_dates_come_back", "far_instants_come_back"),
    SIGN_OF_IDS_LOST("ids_keep_all_their_bits"),
    CHANGE_STAMP_LOST("the_stamp_comes_back_as_given"),
    LOCAL_TIMES("zone_and_language_of_the_machine_do_not_matter"),
    LOCAL_FOLDING("zone_and_language_of_the_machine_do_not_matter"),

    // text
    TEXT_TRIMMED("delicate_texts_come_back_as_they_were"),
    TEXT_NORMALISED("delicate_texts_come_back_as_they_were"),
    THREE_BYTE_TEXT("delicate_texts_come_back_as_they_were", "the_longest_text_fits"),
    TEXT_CUT("the_longest_text_fits"),
    EMPTY_AS_ABSENT("empty_text_stays_empty_text", "empty_text_sorts_first_and_absent_text_last"),
    CASELESS_EQUALITY("equal_text_means_the_same_text_exactly"),
    PADDED_EQUALITY("equal_text_means_the_same_text_exactly"),
    CASELESS_LISTS("a_list_of_texts_means_these_texts_exactly"),
    COLLATED_TEXT("texts_are_compared_by_code_point"),

    // parts
    LINES_SORTED("owned_lines_come_back_in_their_order"),
    LINES_DISTINCT("owned_lines_come_back_in_their_order"),
    LINES_ADDED("owned_lines_are_replaced_wholly"),
    LINES_LEFT_BEHIND("owned_lines_are_removed_with_their_owner"),
    LINES_OF_FIRST_OWNER("owned_lines_are_not_mixed_up_between_owners"),
    CHANGES_WITHOUT_OLD_VALUE("a_history_entry_comes_back_as_it_was_written"),
    TYPE_OF_SUBJECT_IGNORED("the_history_of_one_aggregate_is_read_oldest_first"),

    // filters
    ABSENT_DIFFERS("a_comparison_with_an_absent_value_is_false"),
    THREE_VALUED_NOT(
            "not_holds_exactly_where_its_operand_does_not",
            "not_over_and_or_follows_de_morgan_also_where_values_are_absent",
            "random_filters_select_what_they_select_in_memory"),
    NOT_PUSHED_DOWN("not_over_and_or_follows_de_morgan_also_where_values_are_absent"),
    ABSENCE_OF_TEXT_ONLY("absence_can_be_asked_for_every_field"),
    DECIMALS_AS_TEXT("decimals_are_compared_by_their_value", "numbers_sort_by_value"),
    BOUNDS_BLURRED("bounds_are_inclusive_or_exclusive_as_named"),
    FILTERS_TO_MILLISECONDS("instants_are_compared_to_the_microsecond"),
    MONTHS_ONLY("dates_are_compared_by_day"),
    IDS_BY_HASH("constants_ids_and_truth_values_are_compared"),
    EMPTY_LIST_IGNORED("lists_may_be_empty_and_long"),
    LONG_LIST_CUT("lists_may_be_empty_and_long"),
    EMPTY_AND_FAILS("everything_nothing_and_empty_combinations"),
    DEEP_PARTS_IGNORED("the_largest_filters_are_understood"),

    // patterns
    START_ANYWHERE("parts_of_texts_are_matched"),
    CASELESS_PARTS("parts_are_matched_exactly_with_their_case_and_blanks"),
    WILDCARDS("signs_of_patterns_are_ordinary_characters"),
    EMPTY_PART_NOWHERE("the_empty_part_is_in_every_present_text"),
    PARTS_IN_ASCII("parts_of_rare_characters_are_matched"),
    FOLDED_WITHOUT_ACCENTS("folded_texts_are_the_same_whatever_their_case"),
    FOLDED_START_EXACT("folded_starts_are_matched_whatever_their_case"),
    FOLDED_ONCE("the_folded_form_follows_an_update"),

    // order
    NULLS_FIRST("absent_values_sort_last_both_ways", "pages_of_any_size_tile_the_listing"),
    NULLS_TURN_ROUND("absent_values_sort_last_both_ways"),
    CONSTANTS_AS_DECLARED("constants_sort_by_name_and_truth_values_false_first"),
    SIGNED_IDS("ids_sort_as_unsigned_numbers"),
    TIES_TURN_ROUND("ties_are_broken_by_id_ascending"),
    FIRST_SORT_ONLY("several_sort_fields_rank_one_after_the_other", "random_orders_are_the_same_as_in_memory"),
    FOUND_IN_ANY_ORDER("many_are_found_in_the_order_of_their_ids_each_once"),
    FOUND_TWICE("many_are_found_in_the_order_of_their_ids_each_once"),
    FOUND_SOME("many_are_found_in_the_order_of_their_ids_each_once"),
    LARGE_PAGES_END("each_hands_over_every_row_in_order", "many_rows_are_stored_at_once"),
    SINGLE_ROW_UNSORTED("the_first_of_an_order_is_found"),

    // pages
    PAGE_SKIPS_ONE("pages_of_any_size_tile_the_listing", "each_hands_over_every_row_in_order"),
    PAGE_REPEATS_ONE("pages_of_any_size_tile_the_listing"),
    CURSOR_AFTER_THE_LAST("the_last_page_has_no_cursor_even_when_it_is_full"),
    CURSOR_TO_MILLISECONDS("pages_of_one_part_microseconds"),
    CURSOR_CASELESS("pages_part_texts_that_differ_little"),
    FILTER_FORGOTTEN("a_filter_holds_on_every_page"),
    OFFSET_PAGES("rows_that_come_and_go_are_neither_repeated_nor_make_others_skipped"),
    CURSOR_UNMARKED("a_cursor_of_another_filter_or_order_is_refused"),
    CURSOR_LEAVES_TENANT("a_cursor_of_another_tenant_shows_only_own_rows"),
    BAD_CURSOR_STARTS_OVER("forged_cursors_are_refused"),
    BAD_CURSOR_BREAKS("damaged_cursors_never_do_harm"),

    // versions
    ANY_FIRST_VERSION("a_new_aggregate_is_at_version_one"),
    NO_VERSION_CHECK("an_update_of_an_older_version_is_stale", "an_update_that_skips_a_version_is_stale"),
    DIFFERENCE_SKIPS_ABSENT("an_update_that_knows_what_was_there_replaces_the_state"),
    DIFFERENCE_UNCHECKED("an_update_that_knows_what_was_there_may_be_stale"),
    VERSION_ONLY_GREATER("an_update_that_skips_a_version_is_stale"),
    UPDATE_INSERTS("an_update_of_nothing_is_stale"),
    DELETE_DOES_NOTHING("a_deletion_of_this_version_removes_the_row"),
    DELETE_ANY_VERSION("a_deletion_of_an_older_version_is_stale"),
    DELETE_OF_NOTHING_PASSES("a_deletion_of_nothing_is_stale"),
    STALE_WITHOUT_SUBJECT("a_stale_write_names_its_subject"),
    INSERT_OVERWRITES("an_id_can_be_inserted_once"),
    OWN_VERSIONS_UNCHECKED("versions_are_checked_within_a_unit_as_well"),
    WRITTEN_ONCE("a_row_can_be_written_many_times_in_one_unit"),
    DELETED_ID_STAYS_TAKEN("a_deleted_id_can_be_inserted_again"),
    REFUSAL_FORGOTTEN(
            "a_stale_write_that_is_swallowed_undoes_the_unit", "a_duplicate_that_is_swallowed_undoes_the_unit"),

    // unique keys
    UNIQUE_IGNORED("a_unique_key_is_kept_on_insert"),
    UNIQUE_ON_INSERT_ONLY("a_unique_key_is_kept_on_update"),
    UNIQUE_AGAINST_OTHERS_ONLY("a_unique_key_is_kept_within_a_unit"),
    BATCH_STORES_WHAT_IT_CAN("a_batch_with_a_duplicate_in_the_middle_stores_nothing"),
    ABSENT_COLLIDES("absent_values_do_not_collide"),
    FIRST_FIELD_UNIQUE("a_unique_key_over_two_fields_means_the_pair"),
    KEY_NEVER_FREE("a_key_is_free_again_after_its_owner_left_it"),
    OWN_KEY_COLLIDES("an_update_may_keep_its_own_key"),
    UNIQUE_CASELESS("texts_that_differ_in_case_or_blanks_do_not_collide"),
    KEY_LOOKUP_OUTDATED("an_aggregate_is_found_by_its_unique_key"),

    // tenants
    WRONG_TENANT_SAID("a_unit_belongs_to_its_tenant"),
    FOUND_IN_ALL_TENANTS("another_tenants_rows_are_not_found_by_id"),
    LISTED_IN_ALL_TENANTS("another_tenants_rows_are_not_listed"),
    COUNTED_IN_ALL_TENANTS("another_tenants_rows_are_not_counted"),
    UPDATED_IN_ALL_TENANTS("another_tenants_rows_cannot_be_updated"),
    DELETED_IN_ALL_TENANTS("another_tenants_rows_cannot_be_deleted"),
    UNIQUE_IN_ALL_TENANTS("unique_keys_are_unique_per_tenant"),
    IDS_OF_ALL_TENANTS("the_same_id_may_live_in_two_tenants"),
    OR_LEAVES_TENANT("no_filter_reaches_another_tenant"),
    ONE_TENANT_FOR_ALL("another_tenants_rows_are_not_found_by_id", "another_tenants_rows_are_not_counted"),

    // units of work
    NOTHING_STORED("what_a_unit_wrote_is_there_when_it_returns"),
    RESULT_LOST("a_unit_returns_what_its_work_returned"),
    HALF_KEPT("work_that_throws_stores_nothing", "joined_units_are_undone_with_the_outer_one"),
    EXCEPTIONS_WRAPPED("what_the_work_throws_is_passed_on_unchanged"),
    ROLLBACK_ONLY_IGNORED("a_unit_marked_rollback_only_stores_nothing_and_says_so"),
    ROLLBACK_ONLY_IN_SILENCE("a_unit_marked_rollback_only_stores_nothing_and_says_so"),
    OWN_WRITES_UNSEEN("a_unit_reads_its_own_writes"),
    OWN_WRITES_UNLISTED("a_unit_lists_its_own_writes_in_order"),
    WRITTEN_AT_ONCE("others_do_not_see_a_unit_before_it_ends"),
    UNITS_NEST("a_unit_inside_another_is_independent_of_it"),
    BATCH_CUT("many_rows_are_stored_at_once"),
    EMPTY_BATCH_FAILS("no_rows_are_stored_at_once"),
    DISOWNS_TRANSACTIONS("the_storage_owns_its_transactions"),

    // joined units
    JOINS_NOTHING(
            "joined_units_are_stored_with_the_outer_one",
            "joined_units_see_each_other_before_the_outer_one_ends",
            "joined_units_are_undone_with_the_outer_one"),
    JOINED_HALF_KEPT("a_joined_unit_that_was_left_half_done_undoes_the_outer_one"),
    JOINED_FAILURE_SPREADS("a_joined_unit_that_only_read_may_fail_alone"),
    JOINED_MARK_IGNORED("a_joined_unit_marked_rollback_only_undoes_the_outer_one"),
    JOINED_TENANT_IGNORED("a_joined_unit_is_of_the_same_tenant"),
    JOINED_OWNS("a_joined_storage_does_not_own_its_transactions"),

    // races
    LOST_UPDATE(
            "of_two_writers_of_one_row_exactly_one_wins",
            "of_an_update_and_a_deletion_exactly_one_wins",
            "no_increment_is_lost"),
    LOST_KEY("of_two_inserts_of_one_unique_key_exactly_one_wins", "of_two_updates_to_one_unique_key_exactly_one_wins"),
    LOST_INSERT("of_two_inserts_of_one_id_exactly_one_wins"),
    EVERY_WRITER_CONFLICTS("writers_of_different_rows_do_not_disturb_each_other"),
    ROW_BY_ROW("a_reader_never_sees_half_a_unit"),
    LINES_AFTERWARDS("an_aggregate_is_never_read_with_lines_of_another_version"),

    // stories
    COUNT_IGNORES_FILTER("random_stories_end_as_in_memory");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> caughtBy;

    Flaw(String... caughtBy) {
        this.caughtBy = List.of(caughtBy);
    }

    /** The cases that must fail on it; other cases may fail as well. */
    List<String> caughtBy() {
        return caughtBy;
    }
}
