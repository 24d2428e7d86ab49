package cn.huiying.command.supervision;

import cn.huiying.shared.rule.Actor;

/** Where one thing in supervision stands. */
interface SupervisionStage {

    Enum<?> state();

    /** What officers call the state. */
    String stateText();

    /** Whether this caller may know that it is there. */
    boolean isKnownTo(Actor actor);
}
