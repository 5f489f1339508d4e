package io.github.crmkit.price;

import io.github.crmkit.money.Quantity;
import io.github.crmkit.pricebook.PriceFormula;
import io.github.crmkit.term.Fraction;
import io.github.crmkit.term.ServiceTerm;
import java.math.BigInteger;
import java.util.Locale;

/** A step of a proof in words that a salesperson can read aloud. */
final class StepWords {

    private StepWords() {}

    static String of(PriceStep step) {
        String amount = amount(step);
        String operand = step.operand();
        return switch (step.kind()) {
            case LIST -> "list " + amount;
            case TIER -> "from " + operand + ": " + amount;
            case BLOCK -> "block from " + operand + ": " + amount;
            case GRADUATED -> Replay.first(operand) + " at " + Replay.rest(operand) + ": " + amount;
            case CONTRACT -> named("contract price", step) + " " + amount;
            case UNIT -> "for one " + Replay.rest(operand) + ": " + amount;
            case CONVERT -> "at " + Replay.first(operand) + ": " + step.after().currency() + " " + amount;
            case EACH -> "each: " + amount;
            case PRORATION -> "for " + term(operand) + ": " + amount;
            case FORMULA -> formula(operand) + ": " + amount;
            case FIXED -> named("price", step) + " " + amount;
            case FROM_LIST -> named("from list", step) + " " + amount;
            case COST -> named(Replay.first(operand).toLowerCase(Locale.ROOT) + " cost", step) + " " + amount;
            case PERCENT -> named(off(operand), step) + ": " + amount;
            case ADDED_PERCENT -> named(off(Replay.first(operand)) + " in all", step) + ": " + amount;
            case AMOUNT -> named(amountOff(operand), step) + ": " + amount;
            case TOTAL -> named("the other lines", step) + " " + amount;
            case SHARE -> operand + " % of that: " + amount;
            case FREE_GOODS -> named("for " + operand.replace(" ", " bought, ") + " free", step) + ": " + amount;
            case DISCOUNT -> "discount " + operand + " %: " + amount;
            case FLOOR -> "at least " + operand + ": " + amount;
            case CEILING -> "at most " + operand + ": " + amount;
            case INCLUDED -> named("included", step) + " " + amount;
            case FREE -> named("free", step) + " " + amount;
            case MANUAL -> "manual price " + amount;
        };
    }

    private static String amount(PriceStep step) {
        String amount = step.after().amount().toPlainString();
        return step.per().equals(Quantity.ONE) ? amount : amount + " for " + step.per();
    }

    private static String named(String words, PriceStep step) {
        return step.called().map(name -> name + ", " + words).orElse(words);
    }

    private static String off(String points) {
        return points.startsWith("-") ? points.substring(1) + " % more" : points + " % off";
    }

    private static String amountOff(String amount) {
        return amount.startsWith("-") ? amount.substring(1) + " more" : amount + " off";
    }

    private static String formula(String operand) {
        PriceFormula.What what = PriceFormula.What.valueOf(Replay.first(operand));
        boolean points = what == PriceFormula.What.DISCOUNT
                || what == PriceFormula.What.MARK_UP
                || what == PriceFormula.What.MARGIN;
        return what.words() + " " + Replay.rest(operand) + (points ? " %" : "");
    }

    /** {@code 10 8/31 months}: whole periods, and what is left as a fraction. */
    private static String term(String operand) {
        Fraction periods = Fraction.parse(Replay.first(operand));
        String word = ServiceTerm.parse(Replay.rest(operand)).every().words();
        BigInteger[] parts = periods.numerator().divideAndRemainder(periods.denominator());
        boolean whole = parts[1].signum() == 0;
        String number = whole
                ? parts[0].toString()
                : (parts[0].signum() == 0 ? "" : parts[0] + " ") + parts[1] + "/" + periods.denominator();
        return number + " " + word + (parts[0].equals(BigInteger.ONE) && whole ? "" : "s");
    }
}
