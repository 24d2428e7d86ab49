package cn.huiying.query.whatif;

import cn.huiying.shared.time.Deadline;

/** A deadline and what became of it. */
record Outcome(Deadline deadline, Verdict verdict) {

    boolean overdue() {
        return verdict == Verdict.MISSED;
    }

    /** Whether nobody could tell the two apart by when they were due and how they went. */
    boolean goesLike(Outcome other) {
        return other != null && verdict == other.verdict && deadline.dueAt().equals(other.deadline.dueAt());
    }
}
