package cn.huiying.shared.suggestion;

import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.State;
import java.util.Optional;

/** How a suggestion that was accepted stands: in hand, answered one way or another (山东省信访条例 Art. 49), or ended without an answer. */
public enum SuggestionStanding {
    /** 办理中. */
    IN_HAND("办理中"),
    /** 采纳. */
    ADOPTED("采纳"),
    /** 部分采纳. */
    PARTLY_ADOPTED("部分采纳"),
    /** 留作参考. */
    FOR_REFERENCE("留作参考"),
    /** 不予采纳. */
    NOT_ADOPTED("不予采纳"),
    /** 终止办理. */
    TERMINATED("终止办理");

    private final String chinese;

    SuggestionStanding(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }

    /**
     * How it stands; empty where it is not counted.
     *
     * @param outcome of its last reply; null before
     */
    public static Optional<SuggestionStanding> of(State state, ReplyOutcome outcome) {
        return switch (state.counting()) {
            case PENDING, EXCLUDED -> Optional.empty();
            case IN_HAND -> Optional.of(IN_HAND);
            case TERMINATED -> Optional.of(TERMINATED);
            case RESOLVED ->
                outcome == null
                        ? Optional.empty()
                        : switch (outcome) {
                            case ADOPTED -> Optional.of(ADOPTED);
                            case PARTLY_ADOPTED -> Optional.of(PARTLY_ADOPTED);
                            case FOR_REFERENCE -> Optional.of(FOR_REFERENCE);
                            case NOT_ADOPTED -> Optional.of(NOT_ADOPTED);
                            case SUPPORTED, PARTLY_SUPPORTED, EXPLAINED, NOT_SUPPORTED -> Optional.empty();
                        };
        };
    }
}
