package cn.huiying.query.whatif;

import cn.huiying.query.whatif.Comparison.Pair;

/**
 * Deadlines counted.
 *
 * @param deadlines     how many were compared
 * @param notReproduced how many went another way in the log than the rules known at the time give
 */
record Counts(
        long deadlines,
        long overdueBefore,
        long overdueAfter,
        long becomesOverdue,
        long isNoLongerOverdue,
        long movesOnly,
        long appears,
        long fallsAway,
        long notReproduced) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    Counts and(Pair pair) {
        Change change = pair.change().orElse(null);
        return new Counts(
                deadlines + 1,
                overdueBefore + one(pair.overdueBefore()),
                overdueAfter + one(pair.overdueAfter()),
                becomesOverdue + one(change == Change.BECOMES_OVERDUE),
                isNoLongerOverdue + one(change == Change.IS_NO_LONGER_OVERDUE),
                movesOnly + one(change == Change.MOVES_ONLY),
                appears + one(change == Change.APPEARS),
                fallsAway + one(change == Change.FALLS_AWAY),
                notReproduced + one(!pair.reproduced()));
    }

    private static int one(boolean counted) {
        return counted ? 1 : 0;
    }
}
