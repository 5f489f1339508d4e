package io.github.crmkit.examples.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A page that is being put together: a title, tiles with key figures, and sections. It is filled once and written once; it
 * is not safe for use by several threads.
 */
public final class Page {

    /** A key figure and what it is. */
    record Tile(String name, String value) {}

    private final String title;
    private final String subtitle;
    private final List<Tile> tiles = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();

    private Page(String title, String subtitle) {
        this.title = title;
        this.subtitle = subtitle;
    }

    /** An empty page. */
    public static Page titled(String title, String subtitle) {
        return new Page(title, subtitle);
    }

    /** Adds a key figure. */
    public Page tile(String name, String value) {
        tiles.add(new Tile(name, value));
        return this;
    }

    /** Adds a section. */
    public Page section(Section section) {
        sections.add(section);
        return this;
    }

    /** The whole page as HTML, to be kept in UTF-8; the same for the same content. */
    public String html() {
        return new PageWriter(title, subtitle, List.copyOf(tiles), List.copyOf(sections)).html();
    }
}
