package cn.huiying.command.policy;

import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyPublished;
import cn.huiying.shared.policy.PolicyTags;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * What stays with a policy through its stages.
 *
 * @param agency     directory code; null where the issuer is not in the directory
 * @param validUntil null where no end is set
 */
record PolicyFacts(
        PolicyId policyId,
        String agency,
        PolicyTags tags,
        LocalDate validFrom,
        LocalDate validUntil,
        Instant publishedAt) {

    /** Which of two comes after the other: nothing in it ever changes, and no two are equal. */
    static final Comparator<PolicyFacts> IN_TIME = Comparator.comparing(PolicyFacts::validFrom)
            .thenComparing(PolicyFacts::publishedAt)
            .thenComparing(facts -> facts.policyId().value());

    static PolicyFacts of(PolicyPublished event) {
        return new PolicyFacts(
                event.policyId(), event.agency(), event.tags(), event.validFrom(), event.validUntil(), event.at());
    }

    PolicyFacts tagged(PolicyTags anew) {
        return new PolicyFacts(policyId, agency, anew, validFrom, validUntil, publishedAt);
    }
}
