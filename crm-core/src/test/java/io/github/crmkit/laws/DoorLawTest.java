package io.github.crmkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.crmkit.Crm;
import io.github.crmkit.CrmSession;
import io.github.crmkit.lead.LeadService;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever has a session has every service. */
final class DoorLawTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(Crm.class);

    private static List<String> notHandedOutBy(Class<?> session) {
        Set<JavaClass> handedOut = CORE.get(session).getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaMethod::getRawReturnType)
                .collect(Collectors.toSet());
        return CORE.stream()
                .filter(type -> type.getSimpleName().endsWith("Service") && !handedOut.contains(type))
                .map(JavaClass::getName)
                .toList();
    }

    @Test
    void the_session_hands_out_every_service() {
        assertThat(notHandedOutBy(CrmSession.class))
                .as("services that CrmSession has no method for")
                .isEmpty();
    }

    @Test
    void a_service_without_a_door_breaks_the_law() {
        assertThat(notHandedOutBy(Crm.class)).contains(LeadService.class.getName());
    }
}
