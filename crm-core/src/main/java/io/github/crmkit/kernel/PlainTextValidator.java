package io.github.crmkit.kernel;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Decides {@link PlainText}; public only because the validation engine makes one. */
public final class PlainTextValidator implements ConstraintValidator<PlainText, CharSequence> {

    private int max = 200;
    private boolean multiline;

    @Override
    public void initialize(PlainText constraint) {
        max = constraint.max();
        multiline = constraint.multiline();
    }

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
        return text == null || isPlain(text, max, multiline);
    }

    /** Whether the text is plain in the sense of {@link PlainText}, for values that check themselves. */
    public static boolean isPlain(CharSequence text, int max, boolean multiline) {
        return text.length() <= max && !text.toString().isBlank() && CodePoints.all(text, c -> isAllowed(c, multiline));
    }

    private static boolean isAllowed(int codePoint, boolean multiline) {
        if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
            return multiline;
        }
        return !Character.isISOControl(codePoint)
                && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
