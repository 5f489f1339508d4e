package io.github.crmkit.laws.breach.code;

/** Seeded: a name that says how, not what. */
interface AbstractOrder {}
