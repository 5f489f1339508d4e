package io.github.crmkit.laws.breach.code;

/** Seeded: a name that says nothing. */
record OrderManager() {}
