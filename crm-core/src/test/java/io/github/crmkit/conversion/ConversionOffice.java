package io.github.crmkit.conversion;

import static io.github.crmkit.access.TestOffice.SOMCHAI;

import io.github.crmkit.access.Desk;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadService;
import io.github.crmkit.lead.LeadService.NewLead;
import io.github.crmkit.lead.LeadSource;
import io.github.crmkit.lead.LeadStatus;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.opportunity.OpportunityDoor;
import io.github.crmkit.opportunity.OpportunityService;
import io.github.crmkit.party.AccountService;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.party.Affiliation;
import io.github.crmkit.party.Affiliations;
import io.github.crmkit.party.ContactService;
import io.github.crmkit.party.Contacts;
import io.github.crmkit.pipeline.PipelineService;
import io.github.crmkit.pipeline.Pipelines;
import io.github.crmkit.query.Criteria;
import java.util.List;

/** An organisation that converts leads: all the doors that a conversion goes through, as one user has them. */
record ConversionOffice(
        TestOffice office,
        LeadService leads,
        AccountService accounts,
        ContactService contacts,
        PipelineService pipelines,
        OpportunityService deals,
        ConversionService conversions) {

    static ConversionOffice open() {
        TestOffice office = TestOffice.open();
        return new ConversionOffice(
                office,
                new LeadService(office.deskOf(SOMCHAI)),
                new AccountService(office.deskOf(SOMCHAI)),
                new ContactService(office.deskOf(SOMCHAI)),
                new PipelineService(office.deskOf(SOMCHAI)),
                OpportunityDoor.at(office.deskOf(SOMCHAI)),
                at(office.deskOf(SOMCHAI)));
    }

    static ConversionService at(Desk desk) {
        return new ConversionService(desk, OpportunityDoor.BANGKOK);
    }

    /** A lead with everything that a lead can have. */
    static NewLead fullLead() {
        return NewLead.of("Siam Tiles")
                .person("Anong", "Srisai")
                .email("anong@siamtiles.example")
                .phone("+66 2 123 4567")
                .source(LeadSource.TRADE_FAIR)
                .score(80)
                .reference("L-1");
    }

    Lead qualified(NewLead command) {
        return leads.move(leads.capture(command).id(), LeadStatus.QUALIFIED);
    }

    List<Affiliation> affiliations() {
        return office.storage()
                .inUnit(
                        TestOffice.TENANT,
                        unit -> Affiliations.over(unit.repository(Affiliations.TYPE))
                                .all(Criteria.all()));
    }

    /** All that a conversion could change, and the history. */
    List<Object> dump() {
        return office.dump(List.of(
                Leads.TYPE, Accounts.TYPE, Contacts.TYPE, Affiliations.TYPE, Opportunities.TYPE, Pipelines.TYPE));
    }
}
