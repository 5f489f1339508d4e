package io.github.crmkit.pipeline;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.Event;
import java.util.List;

/** Everything that can be announced of a pipeline. */
public sealed interface PipelineEvent extends Event {

    /** The type of the references by which history names the stages of a pipeline. */
    String STAGE = "stage";

    /** It was defined with its stages. */
    record Defined() implements PipelineEvent {
        @Override
        public String code() {
            return "pipeline.defined";
        }
    }

    /** Deals that name no pipeline go here from now on. */
    record BecameDefault() implements PipelineEvent {
        @Override
        public String code() {
            return "pipeline.became-default";
        }
    }

    /** Another pipeline is the default now. */
    record LeftDefault() implements PipelineEvent {
        @Override
        public String code() {
            return "pipeline.left-default";
        }
    }

    /** New deals can no longer start in it. */
    record Retired() implements PipelineEvent {
        @Override
        public String code() {
            return "pipeline.retired";
        }
    }

    /** New deals can start in it again. */
    record Restored() implements PipelineEvent {
        @Override
        public String code() {
            return "pipeline.restored";
        }
    }

    /** Its name or its reference changed. */
    record Edited() implements PipelineEvent {
        @Override
        public String code() {
            return "pipeline.edited";
        }
    }

    /** Something that happened to one stage, which history names. */
    sealed interface OfStage extends PipelineEvent {

        StageId stage();

        @Override
        default List<EntityRef> related() {
            return List.of(EntityRef.of(STAGE, stage()));
        }
    }

    /** It got a new stage. */
    record StageAdded(StageId stage) implements OfStage {
        @Override
        public String code() {
            return "pipeline.stage-added";
        }
    }

    /** Something about a stage changed: its name, probability, category, labels, rotting days or questions. */
    record StageEdited(StageId stage) implements OfStage {
        @Override
        public String code() {
            return "pipeline.stage-edited";
        }
    }

    /** Deals can no longer enter a stage. */
    record StageSwitchedOff(StageId stage) implements OfStage {
        @Override
        public String code() {
            return "pipeline.stage-switched-off";
        }
    }

    /** Deals can enter a stage again. */
    record StageSwitchedOn(StageId stage) implements OfStage {
        @Override
        public String code() {
            return "pipeline.stage-switched-on";
        }
    }

    /** The stages that it had stand in another order. */
    record StagesReordered() implements PipelineEvent {
        @Override
        public String code() {
            return "pipeline.stages-reordered";
        }
    }
}
