package cn.huiying.query.listing;

import cn.huiying.query.directory.AgencyName;
import cn.huiying.query.directory.AgencyNames;
import cn.huiying.query.listing.PetitionIndex.Hit;
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State.PublicTab;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.suggestion.SuggestionStanding;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;

/**
 * A published petition in a list.
 *
 * @param titleHtml with what was looked for marked by {@code <em>}; HTML-escaped
 * @param bodyHtml  the passages with what was looked for, in the same form
 * @param reportedByMedia 媒体报道: whether the media reported on it
 * @param policy    that an inquiry is about
 * @param topic     that a suggestion answers
 * @param outcome   how a suggestion stands; null for others
 * @param conversion how far a suggestion's measure is; null where there is none
 */
record PublicItem(
        PetitionId id,
        String number,
        Section section,
        PetitionType type,
        String domain,
        String district,
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) String titleHtml,
        @JsonInclude(JsonInclude.Include.NON_NULL) String bodyHtml,
        String nickname,
        Status status,
        @Nullable AgencyName agency,
        boolean replied,
        @Nullable SatisfactionBand rating,
        boolean reportedByMedia,
        @Nullable PolicyId policy,
        @Nullable SuggestionTopicId topic,
        @Nullable SuggestionStanding outcome,
        @Nullable MeasureState conversion,
        Instant submittedAt,
        Instant publishedAt,
        @Nullable Instant resolvedAt) {

    /** A status of the public listing. */
    record Status(String code, String text) {

        static Status of(ListedPetition petition) {
            PublicTab tab = petition.state().publicTab();
            return tab == PublicTab.NONE
                    ? new Status("none", petition.state().chinese())
                    : new Status(tab.slug(), tab.chinese());
        }
    }

    static PublicItem of(Hit hit, AgencyNames names) {
        ListedPetition petition = hit.petition();
        boolean suggestion = petition.section() == Section.SUGGESTION;
        return new PublicItem(
                petition.id(),
                petition.number(),
                petition.section(),
                petition.type(),
                petition.domain(),
                petition.district(),
                petition.title(),
                hit.titleSnippet(),
                hit.bodySnippet(),
                petition.nickname(),
                Status.of(petition),
                AgencyName.of(petition.agency(), names),
                petition.publicReply() != null,
                petition.rating(),
                petition.reportedByMedia(),
                petition.inquiredPolicy(),
                suggestion ? petition.suggestion().topic() : null,
                petition.standing(),
                suggestion ? petition.conversion() : null,
                petition.submittedAt(),
                petition.publishedAt(),
                petition.resolvedAt());
    }
}
