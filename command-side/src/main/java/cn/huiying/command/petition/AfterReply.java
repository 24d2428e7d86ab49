package cn.huiying.command.petition;

import java.time.Instant;

/**
 * What can still come of an answered petition.
 *
 * @param assignment who answered, and would handle it again
 * @param evaluateBy end of the evaluation window as it was when the petition was resolved
 * @param calledBack whether the bureau has reached the dissatisfied author
 */
record AfterReply(
        Assignment assignment,
        Instant evaluateBy,
        Rating rating,
        boolean callbackDue,
        boolean calledBack,
        Review review) {

    /** What became of the rating 评价. */
    enum Rating {
        NONE,
        GIVEN,
        CHALLENGED,
        DECIDED
    }

    /** How far the petitioner went 复查、复核 (信访工作条例 Arts. 35, 36). */
    enum Review {
        NONE,
        /** 复查 is under way. */
        REEXAMINATION,
        /** The opinion of the 复查 is there. */
        REEXAMINED,
        /** 复核 is under way. */
        REVIEW,
        /** Nothing more can be asked for. */
        EXHAUSTED;

        boolean pending() {
            return this == REEXAMINATION || this == REVIEW;
        }
    }

    AfterReply with(Rating now) {
        return new AfterReply(assignment, evaluateBy, now, callbackDue, calledBack, review);
    }

    AfterReply with(Review now) {
        return new AfterReply(assignment, evaluateBy, rating, callbackDue, calledBack, now);
    }

    AfterReply callback(boolean due, boolean reached) {
        return new AfterReply(assignment, evaluateBy, rating, due, reached, review);
    }

    AfterReply with(Assignment now) {
        return new AfterReply(now, evaluateBy, rating, callbackDue, calledBack, review);
    }
}
