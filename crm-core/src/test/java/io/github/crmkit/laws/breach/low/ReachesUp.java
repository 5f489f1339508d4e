package io.github.crmkit.laws.breach.low;

import io.github.crmkit.laws.breach.high.LeansOnLow;

/** Seeded: an upward arrow, and half of a cycle. */
record ReachesUp(LeansOnLow above) {}
