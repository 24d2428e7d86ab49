package cn.huiying.command.petition;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.deadline.PetitionClock;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stays with a petition through all its stages.
 *
 * @param correctionAgainFrom when a further correction may be asked for; null before the first
 * @param returnRequests      how often an agency objected so far
 * @param replies             how many replies were written so far
 * @param clock               its deadlines, and what they depend on
 * @param recused             who declared an interest 回避
 * @param attachments         the author's pictures
 * @param orders              the supervision orders about it that stand
 * @param reported            whether the media reported on it
 * @param suggestion          what is known of it as a suggestion
 */
record Facts(
        PetitionId petitionId,
        AccountId author,
        Board board,
        String district,
        boolean imported,
        String domain,
        VisibilityWish visibilityWish,
        String accusedAgency,
        Instant correctionAgainFrom,
        int returnRequests,
        int replies,
        boolean published,
        PetitionClock clock,
        Set<String> recused,
        Attachments attachments,
        Set<String> orders,
        boolean reported,
        SuggestionFacts suggestion) {

    static Facts of(PetitionSubmitted event) {
        return new Facts(
                event.petitionId(),
                event.author(),
                event.board(),
                event.district(),
                event.source() != null,
                event.domain(),
                event.visibilityWish(),
                null,
                null,
                0,
                0,
                false,
                PetitionClock.of(event),
                Set.of(),
                Attachments.NONE,
                Set.of(),
                false,
                new SuggestionFacts(event.reason() != null, null, false, Map.of()));
    }

    Section section() {
        return clock.matter().section();
    }

    PetitionType type() {
        return clock.matter().type();
    }

    /** Null before acceptance, like the urgency. */
    PetitionClass petitionClass() {
        return clock.matter().petitionClass();
    }

    Urgency urgency() {
        return clock.matter().urgency();
    }

    boolean accusation() {
        return petitionClass() == PetitionClass.ACCUSATION;
    }

    Facts accepted(PetitionAccepted event) {
        // An accusation is always private (domain 9.2).
        VisibilityWish wish =
                event.petitionClass() == PetitionClass.ACCUSATION ? VisibilityWish.PRIVATE : visibilityWish;
        return new Facts(
                petitionId,
                author,
                board,
                district,
                imported,
                event.domain(),
                wish,
                event.accusedAgency(),
                correctionAgainFrom,
                returnRequests,
                replies,
                published,
                clock,
                recused,
                attachments,
                orders,
                reported,
                suggestion);
    }

    Facts correctionRequested(Instant againFrom) {
        return with(againFrom, returnRequests, replies, published, clock, recused, attachments, orders);
    }

    Facts returnRequested() {
        return with(correctionAgainFrom, returnRequests + 1, replies, published, clock, recused, attachments, orders);
    }

    Facts replied() {
        return with(correctionAgainFrom, returnRequests, replies + 1, published, clock, recused, attachments, orders);
    }

    Facts shown(boolean toPublic) {
        return with(correctionAgainFrom, returnRequests, replies, toPublic, clock, recused, attachments, orders);
    }

    Facts ticked(PetitionEvent event) {
        return with(
                correctionAgainFrom,
                returnRequests,
                replies,
                published,
                clock.evolve(event),
                recused,
                attachments,
                orders);
    }

    Facts without(String staff) {
        return with(
                correctionAgainFrom,
                returnRequests,
                replies,
                published,
                clock,
                Stream.concat(recused.stream(), Stream.of(staff)).collect(Collectors.toUnmodifiableSet()),
                attachments,
                orders);
    }

    boolean supervised() {
        return !orders.isEmpty();
    }

    Facts supervisedBy(String order) {
        return under(Stream.concat(orders.stream(), Stream.of(order)).collect(Collectors.toUnmodifiableSet()));
    }

    Facts releasedFrom(String order) {
        return under(orders.stream().filter(one -> !one.equals(order)).collect(Collectors.toUnmodifiableSet()));
    }

    Facts reportedByMedia() {
        return new Facts(
                petitionId,
                author,
                board,
                district,
                imported,
                domain,
                visibilityWish,
                accusedAgency,
                correctionAgainFrom,
                returnRequests,
                replies,
                published,
                clock,
                recused,
                attachments,
                orders,
                true,
                suggestion);
    }

    Facts with(SuggestionFacts changed) {
        return new Facts(
                petitionId,
                author,
                board,
                district,
                imported,
                domain,
                visibilityWish,
                accusedAgency,
                correctionAgainFrom,
                returnRequests,
                replies,
                published,
                clock,
                recused,
                attachments,
                orders,
                reported,
                changed);
    }

    private Facts under(Set<String> standing) {
        return with(correctionAgainFrom, returnRequests, replies, published, clock, recused, attachments, standing);
    }

    Facts with(Attachments changed) {
        return with(correctionAgainFrom, returnRequests, replies, published, clock, recused, changed, orders);
    }

    private Facts with(
            Instant againFrom,
            int returns,
            int replyCount,
            boolean toPublic,
            PetitionClock time,
            Set<String> staff,
            Attachments pictures,
            Set<String> standing) {
        return new Facts(
                petitionId,
                author,
                board,
                district,
                imported,
                domain,
                visibilityWish,
                accusedAgency,
                againFrom,
                returns,
                replyCount,
                toPublic,
                time,
                staff,
                pictures,
                standing,
                reported,
                suggestion);
    }
}
