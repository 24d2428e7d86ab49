package cn.huiying.command.petition;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import java.time.Instant;

/**
 * What stays with a petition through all its stages.
 *
 * @param correctionAgainFrom when a further correction may be asked for; null before the first
 * @param returnRequests      how often an agency objected so far
 * @param replies             how many replies were written so far
 */
record Facts(
        PetitionId petitionId,
        AccountId author,
        Section section,
        Board board,
        String district,
        boolean imported,
        PetitionType type,
        String domain,
        VisibilityWish visibilityWish,
        PetitionClass petitionClass,
        LimitClass limitClass,
        Urgency urgency,
        String accusedAgency,
        Instant correctionAgainFrom,
        int returnRequests,
        int replies,
        boolean published) {

    static Facts of(PetitionSubmitted event) {
        return new Facts(
                event.petitionId(),
                event.author(),
                event.section(),
                event.board(),
                event.district(),
                event.source() != null,
                event.type(),
                event.domain(),
                event.visibilityWish(),
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                false);
    }

    boolean accusation() {
        return petitionClass == PetitionClass.ACCUSATION;
    }

    Facts accepted(PetitionAccepted event) {
        // An accusation is always private (domain 9.2).
        VisibilityWish wish =
                event.petitionClass() == PetitionClass.ACCUSATION ? VisibilityWish.PRIVATE : visibilityWish;
        return new Facts(
                petitionId,
                author,
                section,
                board,
                district,
                imported,
                event.type(),
                event.domain(),
                wish,
                event.petitionClass(),
                event.limitClass(),
                event.urgency(),
                event.accusedAgency(),
                correctionAgainFrom,
                returnRequests,
                replies,
                published);
    }

    Facts correctionRequested(Instant againFrom) {
        return with(againFrom, returnRequests, replies, published);
    }

    Facts returnRequested() {
        return with(correctionAgainFrom, returnRequests + 1, replies, published);
    }

    Facts replied() {
        return with(correctionAgainFrom, returnRequests, replies + 1, published);
    }

    Facts shown(boolean toPublic) {
        return with(correctionAgainFrom, returnRequests, replies, toPublic);
    }

    private Facts with(Instant againFrom, int returns, int replyCount, boolean toPublic) {
        return new Facts(
                petitionId,
                author,
                section,
                board,
                district,
                imported,
                type,
                domain,
                visibilityWish,
                petitionClass,
                limitClass,
                urgency,
                accusedAgency,
                againFrom,
                returns,
                replyCount,
                toPublic);
    }
}
