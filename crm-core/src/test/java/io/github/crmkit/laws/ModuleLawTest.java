package io.github.crmkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.crmkit.kernel.Id;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ModuleLawTest {

    private static final Path COMPILED = compiled();
    private static final JavaClasses CORE = new ClassFileImporter().importPath(COMPILED);

    @Test
    void every_room_is_exported() throws IOException {
        assertThat(new ModuleLaw(core(), CORE).hiddenRooms())
                .as("rooms that module-info.java has yet to export")
                .isEmpty();
    }

    @Test
    void every_room_with_commands_is_open_to_the_validator() throws IOException {
        assertThat(new ModuleLaw(core(), CORE).closedRooms())
                .as("rooms with commands that module-info.java has yet to open to org.hibernate.validator")
                .isEmpty();
    }

    @Test
    void a_module_that_forgot_a_room_breaks_the_law() {
        ModuleDescriptor forgetful = ModuleDescriptor.newModule("forgetful")
                .exports("io.github.crmkit.kernel")
                .build();
        assertThat(new ModuleLaw(forgetful, CORE).hiddenRooms())
                .contains("io.github.crmkit.money")
                .doesNotContain("io.github.crmkit.kernel");
    }

    @Test
    void a_room_that_is_exported_or_open_to_somebody_else_only_breaks_the_law() {
        ModuleDescriptor wrong = ModuleDescriptor.newModule("wrong")
                .exports("io.github.crmkit.pipeline", Set.of("a.friend"))
                .opens("io.github.crmkit.pipeline", Set.of("a.friend"))
                .build();
        assertThat(List.of(new ModuleLaw(wrong, CORE).hiddenRooms(), new ModuleLaw(wrong, CORE).closedRooms()))
                .allSatisfy(rooms -> assertThat(rooms).contains("io.github.crmkit.pipeline"));
    }

    private static ModuleDescriptor core() throws IOException {
        try (InputStream module = Files.newInputStream(COMPILED.resolve("module-info.class"))) {
            return ModuleDescriptor.read(module);
        }
    }

    private static Path compiled() {
        try {
            return Path.of(
                    Id.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
