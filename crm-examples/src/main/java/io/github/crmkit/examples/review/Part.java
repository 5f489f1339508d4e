package io.github.crmkit.examples.review;

import io.github.crmkit.examples.page.Section;
import java.util.List;

/** A part of the review that is told twice with the same numbers: as text, and as sections of the page. */
interface Part {

    /** What stands above it, with the currency where there are amounts. */
    String title();

    /** It as lines, each with a line break. */
    String words();

    /** It with charts, for the page. */
    List<Section> sections();
}
