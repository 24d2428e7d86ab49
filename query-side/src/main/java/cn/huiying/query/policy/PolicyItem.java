package cn.huiying.query.policy;

import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.directory.AgencyName;
import cn.huiying.query.policy.PolicyIndex.Hit;
import cn.huiying.query.policy.PolicyStatus.Shown;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyTags;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A policy in a list.
 *
 * @param titleHtml       with what was looked for marked by {@code <em>}; HTML-escaped
 * @param textHtml        the passages with what was looked for, in the same form
 * @param agency          null where the issuer is not in the directory
 * @param issuer          null where it is
 * @param interpretations how many there are
 */
record PolicyItem(
        PolicyId id,
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) String titleHtml,
        @JsonInclude(JsonInclude.Include.NON_NULL) String textHtml,
        @Nullable AgencyName agency,
        @Nullable String issuer,
        @Nullable String documentNumber,
        PolicyTags tags,
        Shown status,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        Instant publishedAt,
        @Nullable PolicyId supersededBy,
        int interpretations) {

    static PolicyItem of(Hit hit, LocalDate today, AgencyDirectory directory) {
        LibraryPolicy policy = hit.policy();
        return new PolicyItem(
                policy.id(),
                policy.title(),
                hit.titleSnippet(),
                hit.textSnippet(),
                AgencyName.of(policy.agency(), directory),
                policy.issuer(),
                policy.documentNumber(),
                policy.tags(),
                PolicyStatus.of(policy, today).shown(),
                policy.validFrom(),
                policy.validUntil(),
                policy.publishedAt(),
                policy.supersededBy(),
                policy.interpretations().size());
    }
}
