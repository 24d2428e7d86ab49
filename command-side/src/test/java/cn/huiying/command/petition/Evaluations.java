package cn.huiying.command.petition;

import cn.huiying.command.petition.Stage.Resolved;
import cn.huiying.command.petition.evaluating.EvaluatePetition;
import cn.huiying.shared.deadline.TimeRules;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.serialization.PolicyFiles;
import cn.huiying.shared.time.WorkCalendar;

/** Rates a resolved petition without a framework around it. */
final class Evaluations {

    private Evaluations() {}

    static PetitionEvent rate(PetitionStory story, ProcedureSettings settings, EvaluatePetition command) {
        Circumstances now = new Circumstances(
                People.AUTHOR, new TimeRules(PolicyFiles.shipped(), WorkCalendar.shipped()), settings, new Directory());
        return ((Resolved) story.stage()).evaluate(command, now).getFirst();
    }
}
