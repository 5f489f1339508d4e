package io.github.crmkit.laws;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.github.crmkit.command.Command;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a module must tell about its rooms. Tests run on the class path, where a forgotten line goes unnoticed.
 *
 * @param module what is told
 * @param classes what is there
 */
public record ModuleLaw(ModuleDescriptor module, JavaClasses classes) {

    private static final String VALIDATOR = "org.hibernate.validator";

    /** Rooms with public types that a host on the module path could not use. */
    public List<String> hiddenRooms() {
        return rooms(type -> type.getModifiers().contains(JavaModifier.PUBLIC)).stream()
                .filter(room ->
                        module.exports().stream().noneMatch(e -> e.source().equals(room) && !e.isQualified()))
                .toList();
    }

    /** Rooms with commands whose constraints could not be read on the module path. */
    public List<String> closedRooms() {
        return rooms(type -> type.isAssignableTo(Command.class) && !type.isInterface()).stream()
                .filter(room -> module.opens().stream()
                        .noneMatch(o -> o.source().equals(room) && o.targets().contains(VALIDATOR)))
                .toList();
    }

    private List<String> rooms(Predicate<JavaClass> inside) {
        return classes.stream()
                .filter(inside)
                .map(JavaClass::getPackageName)
                .distinct()
                .sorted()
                .toList();
    }
}
