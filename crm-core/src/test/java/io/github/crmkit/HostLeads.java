package io.github.crmkit;

import io.github.crmkit.kernel.TenantId;
import io.github.crmkit.lead.Lead;
import io.github.crmkit.lead.LeadId;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.Repository;
import io.github.crmkit.storage.Storage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a host writes that keeps leads somewhere else: the named interface of the feature, and nothing more. */
record HostLeads(Storage elsewhere, TenantId tenant) implements Leads {

    @Override
    public Optional<Lead> find(LeadId id) {
        return ask(leads -> leads.find(id));
    }

    @Override
    public List<Lead> findAll(Collection<LeadId> ids) {
        return ask(leads -> leads.findAll(ids));
    }

    @Override
    public Page<Lead> page(Criteria<Lead> where, Sort<Lead> sort, PageRequest request) {
        return ask(leads -> leads.page(where, sort, request));
    }

    @Override
    public long count(Criteria<Lead> where) {
        return ask(leads -> leads.count(where));
    }

    @Override
    public void insert(Lead state) {
        tell(leads -> leads.insert(state));
    }

    @Override
    public void insertAll(List<Lead> states) {
        tell(leads -> leads.insertAll(states));
    }

    @Override
    public void update(Lead state) {
        tell(leads -> leads.update(state));
    }

    @Override
    public void delete(Lead state) {
        tell(leads -> leads.delete(state));
    }

    private void tell(Consumer<Repository<Lead, LeadId>> what) {
        ask(leads -> {
            what.accept(leads);
            return tenant;
        });
    }

    private <R> R ask(Function<Repository<Lead, LeadId>, R> what) {
        return elsewhere.inUnit(tenant, unit -> what.apply(unit.repository(Leads.TYPE)));
    }
}
