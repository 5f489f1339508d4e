package io.github.crmkit.pipeline;

import io.github.crmkit.kernel.Event;

/** Everything that can be announced of a pipeline. */
public sealed interface PipelineEvent extends Event {

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
}
