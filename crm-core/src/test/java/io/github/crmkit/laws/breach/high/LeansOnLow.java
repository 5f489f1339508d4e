package io.github.crmkit.laws.breach.high;

import io.github.crmkit.laws.breach.low.Base;

/** Breaks nothing by itself; the other half of a cycle. */
public record LeansOnLow(Base below) {}
