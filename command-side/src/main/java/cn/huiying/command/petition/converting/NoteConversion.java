package cn.huiying.command.petition.converting;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Notes what became of the suggestion 转化情况; the same again changes nothing.
 */
@PetitionAction(slug = "note-conversion", chinese = "转化情况", roles = Role.SYSTEM)
public record NoteConversion(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        MeasureId measure,
        String title,
        String agency,
        MeasureState state)
        implements PetitionCommand {}
