package cn.huiying.shared.policy;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * 政策发布: a policy stands in the library (优化营商环境条例 Art. 38).
 *
 * @param agency         directory code of the agency that issued it; null where the issuer is not in the directory
 * @param issuer         name of the issuer; null where it is in the directory
 * @param documentNumber 文号; null where it has none
 * @param validUntil     the last day it is in force; null where no end is set
 */
@Revision("1")
public record PolicyPublished(
        PolicyId policyId,
        String title,
        String agency,
        String issuer,
        String documentNumber,
        String text,
        PolicyTags tags,
        LocalDate validFrom,
        LocalDate validUntil,
        Instant at)
        implements PolicyEvent {}
