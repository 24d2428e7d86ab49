package cn.huiying.command.petition;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who has a petition in hand: the one lead agency (invariant 3), and those who take part.
 *
 * @param agency     code of the lead agency
 * @param designated whether a bureau leader named it for good
 * @param returnBy   until when it may object; null where it may not
 * @param proposals  what the lead agency proposed of co-handlers and the bureau has not decided yet
 * @param extension  null where none was asked for in this round
 */
record Assignment(
        String agency,
        boolean designated,
        Instant returnBy,
        boolean returnPending,
        List<CoHandler> coHandlers,
        List<Proposal> proposals,
        Extension extension) {

    /** 协办单位. */
    record CoHandler(String agency, boolean signed, boolean reported) {}

    /** 提请协办: to add an agency or to release it. */
    record Proposal(String agency, boolean release) {}

    /** 延期: what was asked for, and whether it is still to be decided. */
    record Extension(String code, int amount, boolean pending) {}

    static Assignment to(String agency, boolean designated, Instant returnBy) {
        return new Assignment(agency, designated, returnBy, false, List.of(), List.of(), null);
    }

    boolean isCoHandler(String code) {
        return coHandlers.stream().anyMatch(co -> co.agency().equals(code));
    }

    Assignment pending(boolean pending) {
        return new Assignment(agency, designated, returnBy, pending, coHandlers, proposals, extension);
    }

    Assignment ledBy(String successor) {
        return new Assignment(successor, designated, returnBy, returnPending, coHandlers, proposals, extension);
    }

    Assignment proposed(Proposal proposal) {
        return with(
                coHandlers,
                Stream.concat(proposals.stream(), Stream.of(proposal))
                        .distinct()
                        .toList());
    }

    Assignment without(String coHandler) {
        return with(
                coHandlers.stream().filter(co -> !co.agency().equals(coHandler)).toList(),
                proposals.stream().filter(p -> !p.agency().equals(coHandler)).toList());
    }

    /** Adds a co-handler or changes what is known of it. */
    Assignment with(CoHandler coHandler) {
        Assignment others = without(coHandler.agency());
        return others.with(
                Stream.concat(others.coHandlers.stream(), Stream.of(coHandler)).toList(), others.proposals);
    }

    Assignment with(Extension asked) {
        return new Assignment(agency, designated, returnBy, returnPending, coHandlers, proposals, asked);
    }

    /** 重办: everybody has to report anew, and more time may be asked for again. */
    Assignment again() {
        return new Assignment(
                agency,
                designated,
                null,
                false,
                coHandlers.stream()
                        .map(co -> new CoHandler(co.agency(), co.signed(), false))
                        .toList(),
                List.of(),
                null);
    }

    private Assignment with(List<CoHandler> parts, List<Proposal> open) {
        return new Assignment(agency, designated, returnBy, returnPending, parts, open, extension);
    }
}
