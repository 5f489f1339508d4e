/**
 * Writes a report as one HTML page that needs nothing but a browser: no network, no server, no other file.
 *
 * <p>A {@link Page} has tiles with key figures and {@link Section}s; a section has {@link Chart}s and the tables with the
 * same numbers, so that nothing is said by colour and shape alone. Charts are drawn by Chart.js, which is copied into the
 * page together with its licence.
 *
 * <p>Whatever text is handed in stays text: it is escaped where it becomes HTML and where it becomes data of a script.
 * Should that ever fail, the page's own policy lets the browser run and load nothing but what the page itself brought.
 *
 * <p>Leans on {@code console} for tables.
 */
@NullMarked
package io.github.crmkit.examples.page;

import org.jspecify.annotations.NullMarked;
