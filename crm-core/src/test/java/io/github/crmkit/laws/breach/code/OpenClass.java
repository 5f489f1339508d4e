package io.github.crmkit.laws.breach.code;

/** Seeded: public and open to subclasses. */
public class OpenClass {}
