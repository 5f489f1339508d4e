package io.github.crmkit.pipeline;

import io.github.crmkit.access.Work;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import java.util.Optional;

/** The pipelines of a tenant. A pipeline is stored and read whole, its stages in one piece with it. */
public interface Pipelines extends Repository<Pipeline, PipelineId> {

    /** How pipelines are kept. */
    EntityType<Pipeline, PipelineId> TYPE = EntityType.named("pipeline", PipelineId::new, Pipeline::id)
            .fields(PipelineFields.ALL)
            .telling(PipelineFields.TOLD)
            .unique("name", PipelineFields.NAME)
            .unique("reference", PipelineFields.REFERENCE)
            .unique("default", PipelineFields.DEFAULT_MARK)
            .stamp(Pipeline::stamp, Pipeline::withStamp);

    /** The pipelines within a unit of work, as its caller sees them. */
    static Pipelines in(Work work) {
        return over(work.repository(TYPE));
    }

    /** The pipelines in this repository. */
    static Pipelines over(Repository<Pipeline, PipelineId> repository) {
        record Kept(Repository<Pipeline, PipelineId> base)
                implements Pipelines, ForwardingRepository<Pipeline, PipelineId> {}
        return new Kept(repository);
    }

    /** The pipeline for deals that name none, where there is one. */
    default Optional<Pipeline> theDefault() {
        return first(PipelineFields.DEFAULT_MARK.equalTo(PipelineFields.DEFAULT), Sort.byId());
    }

    /** The pipeline of exactly this name. */
    default Optional<Pipeline> named(String name) {
        return first(PipelineFields.NAME.equalTo(name), Sort.byId());
    }

    /** The pipeline with this reference. */
    default Optional<Pipeline> byReference(String reference) {
        return first(PipelineFields.REFERENCE.equalTo(reference), Sort.byId());
    }
}
