package cn.huiying.command.dossier;

import cn.huiying.shared.rule.Actor;

/** Where one thing of a kind stands. */
public interface DossierStage {

    Enum<?> state();

    /** What officers call the state. */
    String stateText();

    /** Whether this caller may know that it is there. */
    boolean isKnownTo(Actor actor);
}
