/**
 * A CRM's rules as plain Java: leads, deals, prices, quotes, forecasts, and the ports they are kept and guarded through.
 *
 * <p>Rooms that declare commands are open to Hibernate Validator, which reads their constraints; nothing else here is
 * reached by reflection.
 */
module io.github.crmkit.core {
    requires static transitive org.jspecify;
    requires transitive jakarta.validation;
    requires transitive org.joda.money;
    requires com.github.f4b6a3.uuid;
    requires org.hibernate.validator;
    requires org.slf4j;

    exports io.github.crmkit;
    exports io.github.crmkit.access;
    exports io.github.crmkit.agreement;
    exports io.github.crmkit.catalog;
    exports io.github.crmkit.command;
    exports io.github.crmkit.conversion;
    exports io.github.crmkit.deal;
    exports io.github.crmkit.forecast;
    exports io.github.crmkit.insight;
    exports io.github.crmkit.kernel;
    exports io.github.crmkit.lead;
    exports io.github.crmkit.lifecycle;
    exports io.github.crmkit.lint;
    exports io.github.crmkit.measure;
    exports io.github.crmkit.memory;
    exports io.github.crmkit.merge;
    exports io.github.crmkit.money;
    exports io.github.crmkit.opportunity;
    exports io.github.crmkit.party;
    exports io.github.crmkit.person;
    exports io.github.crmkit.pipeline;
    exports io.github.crmkit.price;
    exports io.github.crmkit.pricebook;
    exports io.github.crmkit.pricerule;
    exports io.github.crmkit.pricelint;
    exports io.github.crmkit.pricing;
    exports io.github.crmkit.promotion;
    exports io.github.crmkit.query;
    exports io.github.crmkit.quote;
    exports io.github.crmkit.rulebook;
    exports io.github.crmkit.score;
    exports io.github.crmkit.statistics;
    exports io.github.crmkit.storage;
    exports io.github.crmkit.term;
    exports io.github.crmkit.time;
    exports io.github.crmkit.timeline;
    exports io.github.crmkit.totals;
    exports io.github.crmkit.track;

    opens io.github.crmkit.agreement to
            org.hibernate.validator;
    opens io.github.crmkit.catalog to
            org.hibernate.validator;
    opens io.github.crmkit.conversion to
            org.hibernate.validator;
    opens io.github.crmkit.kernel to
            org.hibernate.validator;
    opens io.github.crmkit.lead to
            org.hibernate.validator;
    opens io.github.crmkit.opportunity to
            org.hibernate.validator;
    opens io.github.crmkit.party to
            org.hibernate.validator;
    opens io.github.crmkit.pipeline to
            org.hibernate.validator;
    opens io.github.crmkit.pricebook to
            org.hibernate.validator;
    opens io.github.crmkit.pricerule to
            org.hibernate.validator;
    opens io.github.crmkit.price to
            org.hibernate.validator;
    opens io.github.crmkit.promotion to
            org.hibernate.validator;
    opens io.github.crmkit.quote to
            org.hibernate.validator;
    opens io.github.crmkit.track to
            org.hibernate.validator;
}
