package io.github.crmkit.examples.rivals;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** Rules as an executable model of Drools, asked through one session that stays open: the way it is fastest. */
final class DroolsRules implements Rules {

    private final KieSession session;

    private DroolsRules(KieSession session) {
        this.session = session;
    }

    /** Compiles so many rules, each with a price of its own: rule 0 costs 1, rule 1 costs 2. */
    static DroolsRules of(Shape shape, int count) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("rivals", shape.name(), Integer.toString(count));
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/rivals/rules.drl", text(shape, count));
        KieBuilder built = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (built.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(built.getResults().toString());
        }
        return new DroolsRules(services.newKieContainer(release).getKieBase().newKieSession());
    }

    private static String text(Shape shape, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "rule \"r" + i + "\" when $line : DroolsLine(" + condition(shape, i)
                        + ") then $line.setPrice(new BigDecimal(\"" + (i + 1) + ".00\")); end\n")
                .collect(Collectors.joining(
                        "", "package rivals;\nimport " + DroolsLine.class.getName() + ";\nimport java.math.BigDecimal;\n", ""));
    }

    private static String condition(Shape shape, int i) {
        return switch (shape) {
            case KEYED -> "product == \"" + Shape.product(i) + "\"";
            case BANDED -> "quantity >= " + Shape.from(i) + ", quantity < " + Shape.from(i + 1);
        };
    }

    @Override
    public BigDecimal price(int product, int quantity) {
        DroolsLine line = new DroolsLine(Shape.product(product), quantity);
        FactHandle handle = session.insert(line);
        session.fireAllRules();
        session.delete(handle);
        return line.getPrice();
    }

    @Override
    public void close() {
        session.dispose();
    }
}
