package io.github.crmkit.examples;

/** The main program of the examples. It prints which library it belongs to. */
public final class PipelineReview {

    private PipelineReview() {}

    public static void main(String[] args) {
        System.out.println("crmkit");
    }
}
