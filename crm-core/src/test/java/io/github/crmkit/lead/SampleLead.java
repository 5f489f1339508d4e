package io.github.crmkit.lead;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Stamp;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.person.ContactDetails;
import io.github.crmkit.person.PersonName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes leads for tests: {@code aLead().qualified().lead()}. Each step returns another sample. */
public record SampleLead(Lead lead) {

    public static final UserId OWNER = new UserId(UUID.fromString("018f0000-0000-7000-8000-00000000c0de"));
    public static final Instant CAPTURED_AT = Instant.parse("2026-03-02T02:00:00.123456Z");

    /** A new lead with a person, an e-mail address and a phone number, without score and reference. */
    public static SampleLead aLead() {
        return new SampleLead(new Lead(
                new LeadId(UUID.randomUUID()),
                Stamp.first(CAPTURED_AT, OWNER),
                "Siam Tiles",
                PersonName.of("Anong", "Srisai"),
                ContactDetails.of("anong@siamtiles.example", "+66 2 123 4567"),
                LeadSource.TRADE_FAIR,
                LeadStatus.NEW,
                null,
                null,
                OWNER,
                null,
                null));
    }

    /** A new lead about which nothing is known but the company. */
    public static SampleLead aBareLead() {
        Lead full = aLead().lead;
        return new SampleLead(new Lead(
                full.id(),
                full.stamp(),
                full.company(),
                null,
                ContactDetails.none(),
                LeadSource.OTHER,
                LeadStatus.NEW,
                null,
                null,
                OWNER,
                null,
                null));
    }

    public SampleLead company(String company) {
        return edited(company, lead.person(), lead.score(), lead.reference());
    }

    public SampleLead person(@Nullable PersonName person) {
        return edited(lead.company(), person, lead.score(), lead.reference());
    }

    public SampleLead score(@Nullable Integer score) {
        return edited(lead.company(), lead.person(), score, lead.reference());
    }

    public SampleLead reference(@Nullable String reference) {
        return edited(lead.company(), lead.person(), lead.score(), reference);
    }

    public SampleLead owner(UserId owner) {
        return new SampleLead(lead.assign(owner).state());
    }

    public SampleLead working() {
        return in(LeadStatus.WORKING);
    }

    public SampleLead nurturing() {
        return in(LeadStatus.NURTURING);
    }

    public SampleLead qualified() {
        return in(LeadStatus.QUALIFIED);
    }

    public SampleLead unqualified(String reason) {
        return new SampleLead(lead.move(LeadStatus.UNQUALIFIED, reason).state());
    }

    /** Qualified and converted into something that nobody knows. */
    public SampleLead converted() {
        List<EntityRef> became = List.of(new EntityRef("account", UUID.randomUUID()));
        return new SampleLead(
                qualified().lead.convert(CAPTURED_AT.plusSeconds(60), became).state());
    }

    /** A lead in this status, with a reason where there must be one. */
    public SampleLead in(LeadStatus status) {
        return status == LeadStatus.UNQUALIFIED
                ? unqualified("no budget")
                : new SampleLead(lead.move(status).state());
    }

    private SampleLead edited(
            String company, @Nullable PersonName person, @Nullable Integer score, @Nullable String reference) {
        return new SampleLead(lead.edit(company, person, lead.details(), lead.source(), score, reference)
                .state());
    }
}
