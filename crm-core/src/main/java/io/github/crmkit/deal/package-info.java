/**
 * What a deal is made of besides its stage: who decides at the customer, who else wants to sell, who works on it and
 * what they get, what is sold, what comes next, and what was answered.
 *
 * <p>All of it are values without an id. A {@link Dossier} holds them and finds everything that is wrong with them at
 * once; the parts that people write say nothing by themselves. At most one contact is the primary decider; the revenue
 * splits of a {@link SalesTeam} sum to exactly 100 %; the lines have one currency; nothing is given twice.
 *
 * <p>Opportunities hold the values and decide when they change. Leans on kernel, money, time, party, catalog, pipeline
 * and pricing.
 */
@NullMarked
package io.github.crmkit.deal;

import org.jspecify.annotations.NullMarked;
