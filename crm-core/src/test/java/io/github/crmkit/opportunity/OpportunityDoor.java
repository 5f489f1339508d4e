package io.github.crmkit.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.access.Desk;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.time.OrganisationZone;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Callable;

/** The door to the deals of an organisation in Bangkok, and what it says when it stays shut. */
public final class OpportunityDoor {

    public static final OrganisationZone BANGKOK = new OrganisationZone(ZoneId.of("Asia/Bangkok"));

    private OpportunityDoor() {}

    public static OpportunityService at(Desk desk) {
        return new OpportunityService(desk, SampleOpportunity.TERMS);
    }

    public static void assertNotFound(Callable<?> call, UUID id) {
        assertThatThrownBy(call::call)
                .isInstanceOf(NotFoundException.class)
                .hasMessageMatching("no [a-z]+ with id " + id);
    }

    /**
     * Holds a refusal to exactly these problems.
     *
     * @param problems each as its path and its code, in their order; for example {@code "stage unknown-stage"}
     */
    public static void assertRefused(Callable<?> call, String... problems) {
        RuleViolationsException refused = catchThrowableOfType(RuleViolationsException.class, call::call);
        assertThat(refused.violations())
                .extracting(v -> v.path() + " " + v.code())
                .containsExactly(problems);
    }
}
