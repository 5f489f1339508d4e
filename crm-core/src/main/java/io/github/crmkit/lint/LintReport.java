package io.github.crmkit.lint;

import io.github.crmkit.kernel.EntityRef;
import java.util.List;

/**
 * What a look at books and rules brought to light.
 *
 * @param findings what is wrong, by kind, then by what it is about
 * @param undecided rules of which it cannot be told whether they can ever decide, since their conditions match patterns or
 *     ask for too many facts at once; a finding about them may be missing
 */
public record LintReport(List<Finding> findings, List<EntityRef> undecided) {

    public LintReport {
        findings = List.copyOf(findings);
        undecided = List.copyOf(undecided);
    }

    /** Whether nothing is wrong, as far as that can be told. */
    public boolean isClean() {
        return findings.isEmpty();
    }

    /** The findings of one kind. */
    public List<Finding> of(Finding.Kind kind) {
        return findings.stream().filter(f -> f.kind() == kind).toList();
    }
}
