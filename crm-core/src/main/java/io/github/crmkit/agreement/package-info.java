/**
 * What was agreed on with customers: contracted prices, and which book their prices come from.
 *
 * <p>A {@link ContractPrice} is what one unit of a product costs one account over some days; no two of them claim the same
 * days. A {@link BookAssignment} gives an account, the accounts of a group or of a territory, or everyone a price book.
 * {@link BookPrecedence} finds the book of an account: its own, that of its group, of its territory, the default, and at
 * last the standard book of the currency; it says why, and why not the others.
 *
 * <p>Nothing here is ever removed, since prices that were given name it. {@link ContractPriceService} and {@link
 * BookAssignmentService} are the doors; who does not see an account sees nothing that was agreed on with it. Leans on party,
 * catalog and pricebook.
 */
@NullMarked
package io.github.crmkit.agreement;

import org.jspecify.annotations.NullMarked;
