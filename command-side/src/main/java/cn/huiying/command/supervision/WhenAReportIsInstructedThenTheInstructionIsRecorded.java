package cn.huiying.command.supervision;

import cn.huiying.command.common.Reactions;
import cn.huiying.command.supervision.instructing.RecordReportInstruction;
import cn.huiying.shared.suggestion.SpecialReportInstructed;
import cn.huiying.shared.supervision.InstructionId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** 专项情况报告获批示: it is an instruction like the others, from which orders to the agencies follow. */
@ProcessingGroup(SupervisionReactionsConfiguration.GROUP)
class WhenAReportIsInstructedThenTheInstructionIsRecorded {

    private final Reactions reactions;

    WhenAReportIsInstructedThenTheInstructionIsRecorded(Reactions reactions) {
        this.reactions = reactions;
    }

    @EventHandler
    void react(SpecialReportInstructed event, UnitOfWork<?> batch) {
        reactions.send(
                batch,
                new RecordReportInstruction(
                        new InstructionId(event.instruction()),
                        event.at(),
                        event.reportId().value(),
                        event.title(),
                        event.text(),
                        event.agencies(),
                        event.dueOn()));
    }
}
