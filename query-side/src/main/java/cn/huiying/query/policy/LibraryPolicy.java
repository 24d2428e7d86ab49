package cn.huiying.query.policy;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.policy.PolicyEvent;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyInterpreted;
import cn.huiying.shared.policy.PolicyPublished;
import cn.huiying.shared.policy.PolicyState;
import cn.huiying.shared.policy.PolicySuperseded;
import cn.huiying.shared.policy.PolicyTagged;
import cn.huiying.shared.policy.PolicyTags;
import cn.huiying.shared.policy.PolicyWithdrawn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy as everyone sees it, with everything that happened to it.
 *
 * @param order            the log position of its first event: a unique tie-break for every order
 * @param agency           directory code; null where the issuer is not in the directory
 * @param issuer           null where it is
 * @param validUntil       null where no end is set
 * @param supersededBy     null while nothing stands in its place
 * @param withdrawnBecause null while it is not withdrawn
 * @param version          sequence number of the last event that was folded in
 */
public record LibraryPolicy(
        PolicyId id,
        long order,
        String title,
        String agency,
        String issuer,
        String documentNumber,
        String text,
        PolicyTags tags,
        LocalDate validFrom,
        LocalDate validUntil,
        Instant publishedAt,
        List<Interpretation> interpretations,
        PolicyId supersededBy,
        String withdrawnBecause,
        List<Happening> history,
        long version) {

    /** 政策解读. */
    public record Interpretation(String title, String text, Instant at) {}

    /**
     * One thing that happened.
     *
     * @param said a title, a reason, or the id of what superseded it; null where nothing is to be said
     * @param tags since then; null where they did not change
     */
    public record Happening(String event, Instant at, String said, PolicyTags tags) {}

    PolicyState state() {
        return withdrawnBecause != null
                ? PolicyState.WITHDRAWN
                : supersededBy != null ? PolicyState.SUPERSEDED : PolicyState.PUBLISHED;
    }

    /**
     * Folds one event in; an event folded in already changes nothing.
     *
     * @param policy null before its first event
     */
    public static LibraryPolicy evolve(LibraryPolicy policy, Recorded<PolicyEvent> recorded) {
        if (policy != null && recorded.version() <= policy.version()) {
            return policy;
        }
        return switch (recorded.event()) {
            case PolicyPublished e ->
                new LibraryPolicy(
                        e.policyId(),
                        recorded.position(),
                        e.title(),
                        e.agency(),
                        e.issuer(),
                        e.documentNumber(),
                        e.text(),
                        e.tags(),
                        e.validFrom(),
                        e.validUntil(),
                        e.at(),
                        List.of(),
                        null,
                        null,
                        List.of(happening(e, e.title(), e.tags())),
                        recorded.version());
            case PolicyInterpreted e ->
                policy.after(
                        recorded,
                        policy.tags,
                        with(policy.interpretations, new Interpretation(e.title(), e.text(), e.at())),
                        policy.supersededBy,
                        policy.withdrawnBecause,
                        happening(e, e.title(), null));
            case PolicyTagged e ->
                policy.after(
                        recorded,
                        e.tags(),
                        policy.interpretations,
                        policy.supersededBy,
                        policy.withdrawnBecause,
                        happening(e, null, e.tags()));
            case PolicySuperseded e ->
                policy.after(
                        recorded,
                        policy.tags,
                        policy.interpretations,
                        e.by(),
                        policy.withdrawnBecause,
                        happening(e, e.by().value(), null));
            case PolicyWithdrawn e ->
                policy.after(
                        recorded,
                        policy.tags,
                        policy.interpretations,
                        policy.supersededBy,
                        e.reason(),
                        happening(e, e.reason(), null));
        };
    }

    private static Happening happening(PolicyEvent event, String said, PolicyTags tags) {
        return new Happening(event.getClass().getSimpleName(), event.at(), said, tags);
    }

    private LibraryPolicy after(
            Recorded<PolicyEvent> recorded,
            PolicyTags now,
            List<Interpretation> explained,
            PolicyId by,
            String because,
            Happening happening) {
        return new LibraryPolicy(
                id,
                order,
                title,
                agency,
                issuer,
                documentNumber,
                text,
                now,
                validFrom,
                validUntil,
                publishedAt,
                explained,
                by,
                because,
                with(history, happening),
                recorded.version());
    }

    private static <T> List<T> with(List<T> some, T another) {
        List<T> more = new ArrayList<>(some);
        more.add(another);
        return List.copyOf(more);
    }
}
