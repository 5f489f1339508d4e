package io.github.crmkit.laws.breach.sibling;

import io.github.crmkit.laws.breach.high.LeansOnLow;

/** Seeded: an arrow to a room on the same floor. */
record ReachesSideways(LeansOnLow beside) {}
