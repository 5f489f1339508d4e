package io.github.crmkit.examples.folder;

/** What all files of a folder have in common: the character between two cells, and how dates are written. */
record CsvFormat(char separator, DateFormat dates) {}
