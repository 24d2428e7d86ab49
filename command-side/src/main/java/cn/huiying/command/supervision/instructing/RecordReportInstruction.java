package cn.huiying.command.supervision.instructing;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.InstructionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records what a leader instructed about a special report 专项情况报告; again it changes nothing.
 *
 * @param report id of the report
 * @param title  of the report
 * @param dueOn  until when it is to be done; may be null
 */
@DossierAction(slug = "record-on-report", chinese = "批示专项情况报告", roles = Role.SYSTEM)
public record RecordReportInstruction(
        @TargetAggregateIdentifier InstructionId instructionId,
        Instant at,
        String report,
        String title,
        String text,
        List<String> agencies,
        LocalDate dueOn)
        implements DossierCommand {}
