package io.github.crmkit.price;

import io.github.crmkit.agreement.BookChoice;
import io.github.crmkit.kernel.EntityRef;
import java.util.function.Function;

/** A price as a salesperson reads it aloud: how it came about, step by step, and why nothing else did. */
public final class ProofText {

    private ProofText() {}

    /** Line by line, candidates named by type and id. */
    public static String of(PriceResult result) {
        return of(result, ref -> ref.type().replace('-', ' ') + " " + ref.id());
    }

    /**
     * Line by line.
     *
     * @param names what a rejected candidate is called
     */
    public static String of(PriceResult result, Function<EntityRef, String> names) {
        StringBuilder text = new StringBuilder();
        if (result instanceof Price price) {
            text.append(price.quantity())
                    .append(' ')
                    .append(price.unit())
                    .append(": ")
                    .append(price.amount())
                    .append('\n');
            price.proof().forEach(step -> text.append("  ").append(step).append('\n'));
        } else {
            text.append(result.quantity())
                    .append(' ')
                    .append(result.unit())
                    .append(": ")
                    .append(result)
                    .append('\n');
        }
        for (PriceResult.Rejected one : result.rejected()) {
            text.append("  not ")
                    .append(names.apply(one.candidate()))
                    .append(": ")
                    .append(one.reason().words())
                    .append('\n');
        }
        return text.toString();
    }

    /** Of a whole request: why it is this book, where it was looked for, and each line behind the other. */
    public static String of(PricedLines priced) {
        StringBuilder text = new StringBuilder();
        priced.bookChoice().ifPresent(choice -> text.append(of(choice)));
        priced.lines().forEach(line -> text.append(of(line.result())));
        return text.toString();
    }

    /** Why an account has a price book or none, and why nothing else gave it. */
    public static String of(BookChoice choice) {
        StringBuilder text = new StringBuilder().append(choice).append('\n');
        for (BookChoice.Rejected one : choice.rejected()) {
            EntityRef candidate = one.candidate();
            text.append("  not ")
                    .append(candidate.type().replace('-', ' '))
                    .append(' ')
                    .append(candidate.id())
                    .append(": ")
                    .append(one.obstacle().words())
                    .append('\n');
        }
        return text.toString();
    }
}
