package io.github.crmkit.laws.breach.low;

/** Breaks nothing. */
public record Base(String name) {}
