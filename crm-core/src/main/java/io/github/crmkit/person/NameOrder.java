package io.github.crmkit.person;

/** Which part of a name comes first when it is shown in full. */
public enum NameOrder {
    /** As in English, Thai and Malay: Anong Srisai. */
    GIVEN_FIRST,
    /** As in Vietnamese and Chinese: Nguyen Minh. */
    FAMILY_FIRST
}
