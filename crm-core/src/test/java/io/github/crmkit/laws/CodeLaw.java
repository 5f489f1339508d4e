package io.github.crmkit.laws;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What every class of the library keeps to, whatever room it is in. */
public enum CodeLaw {
    /** Time comes from a source that was handed in. */
    NO_NOW(noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe("asks a clock of its own", CodeLaw::asksTheClock))),

    /** Nothing static can change. */
    NO_STATIC_STATE(
            ArchRuleDefinition.classes().should(FloorLaw.condition("keep no static state", CodeLaw::checkStatics))),

    /** A public type is a record, an interface, an enum, a final or sealed class or an exception. */
    PUBLIC_TYPES_ARE_CLOSED(ArchRuleDefinition.classes()
            .should(FloorLaw.condition("be closed to subclasses when public", CodeLaw::checkClosed))),

    /** Names say what a thing is. */
    NO_EMPTY_NAMES(noClasses()
            .should()
            .haveNameMatching(".*[.$](Abstract[A-Z].*|[A-Za-z]*(Impl|Manager|Helper|Helpers|Util|Utils))")),

    /** An Optional is an answer, never a component or an argument. */
    OPTIONAL_ONLY_RETURNED(ArchRuleDefinition.classes()
            .should(FloorLaw.condition("use Optional as a return type only", CodeLaw::checkOptional))),

    /** A record is small enough to be read in one look. */
    RECORDS_HAVE_TWELVE_COMPONENTS(ArchRuleDefinition.classes()
            .should(FloorLaw.condition("have at most 12 components", CodeLaw::checkComponents))),

    /** No thread-locals, no console, no reflection. */
    NO_AMBIENT_MEANS(noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java\\.lang\\.(ThreadLocal|InheritableThreadLocal|ScopedValue)|java\\.lang\\.reflect\\..*"
                            + "|java\\.io\\.(ObjectInputStream|ObjectOutputStream)")
            .orShould()
            .accessTargetWhere(DescribedPredicate.describe(
                    "writes to the console",
                    a -> a.getTargetOwner().isEquivalentTo(System.class)
                            && Set.of("out", "err").contains(a.getName()))));

    private static final int MOST_COMPONENTS = 12;
    private static final Pattern IMMUTABLE = Pattern.compile(
            "java\\.util\\.(ImmutableCollections|Collections\\$(Unmodifiable|Empty|Singleton)).*|.*\\.\\$Lambda.*");

    @SuppressWarnings("ImmutableEnumChecker") // rules are never changed after they are built
    private final ArchRule rule;

    CodeLaw(ArchRule rule) {
        this.rule = rule;
    }

    /** The law as a rule. */
    public ArchRule rule() {
        return rule;
    }

    private static boolean asksTheClock(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        boolean time = owner.getPackageName().equals("java.time")
                || owner.getPackageName().startsWith("java.time.");
        boolean system = owner.isEquivalentTo(System.class)
                && Set.of("currentTimeMillis", "nanoTime").contains(access.getName());
        boolean clock = time && access.getName().startsWith("system");
        boolean date =
                owner.isEquivalentTo(java.util.Date.class) && access.getName().equals("<init>");
        return (time && access.getName().equals("now")) || system || clock || date;
    }

    private static void checkStatics(JavaClass type, ConditionEvents events) {
        for (JavaField field : type.getFields()) {
            Set<JavaModifier> modifiers = field.getModifiers();
            if (modifiers.contains(JavaModifier.STATIC) && !modifiers.contains(JavaModifier.SYNTHETIC)) {
                boolean mutable = !modifiers.contains(JavaModifier.FINAL) || holdsMutableValue(field);
                if (mutable) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " can change"));
                }
            }
        }
    }

    private static boolean holdsMutableValue(JavaField field) {
        JavaClass type = field.getRawType();
        if (type.isArray() || type.getPackageName().startsWith("java.util.concurrent")) {
            return true;
        }
        if (!type.isAssignableTo(Collection.class) && !type.isAssignableTo(Map.class)) {
            return type.isAssignableTo(StringBuilder.class) || type.isAssignableTo(java.util.Random.class);
        }
        try {
            Field reflected = field.reflect();
            reflected.setAccessible(true);
            Object value = reflected.get(null);
            return value == null
                    || !IMMUTABLE.matcher(value.getClass().getName()).matches();
        } catch (ReflectiveOperationException unreadable) {
            return true;
        }
    }

    private static void checkClosed(JavaClass type, ConditionEvents events) {
        Set<JavaModifier> modifiers = type.getModifiers();
        boolean closed = !modifiers.contains(JavaModifier.PUBLIC)
                || type.isInterface()
                || type.isEnum()
                || type.isAssignableTo(Throwable.class)
                || modifiers.contains(JavaModifier.FINAL)
                || type.reflect().isSealed();
        if (!closed) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " is public and open to subclasses"));
        }
    }

    private static void checkOptional(JavaClass type, ConditionEvents events) {
        for (JavaField field : type.getFields()) {
            if (field.getRawType().isEquivalentTo(Optional.class)) {
                events.add(SimpleConditionEvent.violated(field, field.getFullName() + " holds an Optional"));
            }
        }
        for (JavaMethod method : type.getMethods()) {
            List<JavaClass> parameters = method.getRawParameterTypes();
            boolean compiled = method.getModifiers().contains(JavaModifier.SYNTHETIC)
                    || method.getModifiers().contains(JavaModifier.BRIDGE);
            if (!compiled && parameters.stream().anyMatch(p -> p.isEquivalentTo(Optional.class))) {
                events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes an Optional"));
            }
        }
    }

    private static void checkComponents(JavaClass type, ConditionEvents events) {
        long components = type.getFields().stream()
                .filter(f -> !f.getModifiers().contains(JavaModifier.STATIC))
                .count();
        if (type.isRecord() && components > MOST_COMPONENTS) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " has " + components + " components"));
        }
    }
}
