package io.github.crmkit.kernel;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text that every store can keep and every screen can show: not blank, no control characters such as U+0000 (line breaks
 * and tabs only where {@link #multiline()}), no unpaired surrogate, at most {@link #max()} characters (UTF-16 units).
 * Absent text is valid.
 */
@Documented
@Constraint(validatedBy = PlainTextValidator.class)
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.RECORD_COMPONENT,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /** The longest text allowed, in UTF-16 units, inclusive. */
    int max() default 200;

    /** Whether line breaks and tabs are allowed. */
    boolean multiline() default false;

    String message() default "must be plain text of 1 to {max} characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
