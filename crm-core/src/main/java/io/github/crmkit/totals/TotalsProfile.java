package io.github.crmkit.totals;

import io.github.crmkit.kernel.PlainTextValidator;
import io.github.crmkit.money.Rounding;
import java.math.RoundingMode;

/**
 * The named way a document is added up; the document stores it, so that it adds up the same for ever.
 *
 * @param name 1 to {@value #MAX_NAME} characters (UTF-16 units), stable
 * @param basis on what sum tax is calculated
 * @param taxIncluded whether line amounts contain their tax
 * @param rounding how amounts are rounded to the currency's minor unit; must treat a credit like a charge
 */
public record TotalsProfile(String name, TaxBasis basis, boolean taxIncluded, RoundingMode rounding) {

    /** Net prices, tax per category and rate, half up. */
    public static final TotalsProfile STANDARD =
            new TotalsProfile("standard", TaxBasis.PER_GROUP, false, Rounding.COMMERCIAL);

    /** Gross prices, tax per category and rate, half up: the gross is kept. */
    public static final TotalsProfile TAX_INCLUDED =
            new TotalsProfile("tax-included", TaxBasis.PER_GROUP, true, Rounding.COMMERCIAL);

    /** Net prices, tax on every line, half up. */
    public static final TotalsProfile PER_LINE =
            new TotalsProfile("per-line", TaxBasis.PER_LINE, false, Rounding.COMMERCIAL);

    /** Net prices, tax rounded once for the document, half up. */
    public static final TotalsProfile PER_DOCUMENT =
            new TotalsProfile("per-document", TaxBasis.PER_DOCUMENT, false, Rounding.COMMERCIAL);

    /** As the European norm for electronic invoices wants it; its rules BR-CO-10, 13, 14 and 15 hold exactly. */
    public static final TotalsProfile EN_16931 =
            new TotalsProfile("en-16931", TaxBasis.PER_GROUP, false, Rounding.COMMERCIAL);

    /** The longest name, in UTF-16 units, inclusive. */
    public static final int MAX_NAME = 40;

    public TotalsProfile {
        if (!PlainTextValidator.isPlain(name, MAX_NAME, false)) {
            throw new IllegalArgumentException("a profile's name is plain text of 1 to " + MAX_NAME + " characters");
        }
        if (!Rounding.isSymmetric(rounding)) {
            throw new IllegalArgumentException(rounding + " does not round a credit like a charge");
        }
    }

    /** The same way under another name and with another rounding mode. */
    public TotalsProfile rounding(String newName, RoundingMode mode) {
        return new TotalsProfile(newName, basis, taxIncluded, mode);
    }
}
