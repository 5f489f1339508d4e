package io.github.crmkit.examples.folder;

/** A field that a row of a source can have, by the name that mapping files use. */
record SourceField(String name, Kind kind, boolean required) {

    /** How the text of a field is read. */
    enum Kind {
        TEXT,
        DATE,
        DECIMAL
    }

    static SourceField required(String name) {
        return new SourceField(name, Kind.TEXT, true);
    }

    static SourceField optional(String name) {
        return new SourceField(name, Kind.TEXT, false);
    }

    static SourceField date(String name) {
        return new SourceField(name, Kind.DATE, false);
    }

    static SourceField decimal(String name) {
        return new SourceField(name, Kind.DECIMAL, false);
    }

    /** The same field, but no row can do without it. */
    SourceField always() {
        return new SourceField(name, kind, true);
    }
}
