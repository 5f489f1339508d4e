package io.github.crmkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that uses Java modules. The other tests run on the class path. */
final class ModulePathTest {

    private static final String ADAPTER = "io.github.crmkit.jdbc";

    private static final String MODULE = """
            module host {
                requires io.github.crmkit.jdbc;
            }
            """;

    private static final String PROGRAM = """
            package host;

            import io.github.crmkit.command.CommandCheck;
            import io.github.crmkit.kernel.RuleViolationsException;
            import io.github.crmkit.pipeline.DefinePipeline;
            import org.joda.money.Money;

            public final class Host {
                public static void main(String[] args) {
                    System.out.println(Money.parse("USD 1.50").plus(1));
                    try {
                        new CommandCheck().require(DefinePipeline.named("\\u0000"));
                    } catch (RuleViolationsException refusal) {
                        refusal.violations().forEach(v -> System.out.println(v.path() + " " + v.code()));
                    }
                }
            }
            """;

    @Test
    void a_host_on_the_module_path_compiles_and_has_its_commands_checked(@TempDir Path folder) throws Exception {
        Path classes = compile(folder, modulePath(ADAPTER, "org.jspecify"));

        String printed = run(folder, classes + File.pathSeparator + modulePath(ADAPTER));

        assertThat(printed.lines()).contains("USD 2.50", "name plain-text");
    }

    private static Path compile(Path folder, String libraries) throws IOException {
        Path module = Files.writeString(folder.resolve("module-info.java"), MODULE);
        Path program =
                Files.writeString(Files.createDirectory(folder.resolve("host")).resolve("Host.java"), PROGRAM);
        Path classes = folder.resolve("classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        boolean compiled = compiler.getTask(
                        complaints,
                        null,
                        null,
                        List.of("-Werror", "-d", classes.toString(), "--module-path", libraries),
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(module, program))
                .call();
        assertThat(compiled).as(complaints.toString()).isTrue();
        return classes;
    }

    private static String run(Path folder, String modulePath) throws IOException, InterruptedException {
        Path printed = folder.resolve("printed.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        modulePath,
                        "--module",
                        "host/host.Host")
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(printed)).isZero();
        return Files.readString(printed);
    }

    /** What these modules need, found among what this test runs on; test libraries are left out. */
    private static String modulePath(String... roots) {
        ModuleFinder offered = ModuleFinder.compose(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .filter(Files::exists)
                        .filter(entry -> !entry.getFileName().toString().contains("contract-kit"))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .map(ModuleFinder::of)
                        .toArray(ModuleFinder[]::new));
        return Configuration.resolve(
                        offered, List.of(ModuleLayer.boot().configuration()), ModuleFinder.of(), Set.of(roots))
                .modules()
                .stream()
                .map(module -> module.reference().location())
                .flatMap(Optional::stream)
                .map(Path::of)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
