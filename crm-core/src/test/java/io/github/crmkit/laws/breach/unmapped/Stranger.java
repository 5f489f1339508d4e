package io.github.crmkit.laws.breach.unmapped;

/** Seeded: a class in a room without a floor. */
record Stranger() {}
