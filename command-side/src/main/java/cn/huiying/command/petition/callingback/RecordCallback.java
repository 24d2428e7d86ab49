package cn.huiying.command.petition.callingback;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.CallbackRecorded;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records that the bureau called the dissatisfied author back 回访 (row 22b).
 *
 * @param solved what the author says; null where nobody was reached
 * @param ratingReasonable whether the bad rating is reasonable 合理差评; null where that is not concluded
 * @param handleAgain true reopens the petition, false closes it; null where the author was not reached and is called again
 * @param replyFalse whether the reply says what is not so 弄虚作假, which proposes a supervision order; null where nobody looked
 */
@PetitionAction(
        slug = "record-callback",
        chinese = "回访",
        roles = {Role.INTAKE_OFFICER, Role.COUNTY_OFFICER},
        seals = CallbackRecorded.class)
public record RecordCallback(
        @TargetAggregateIdentifier PetitionId petitionId,
        Instant at,
        @NotNull Boolean reached,
        Boolean solved,
        Boolean ratingReasonable,
        Boolean handleAgain,
        Boolean replyFalse,
        Sealed note)
        implements PetitionCommand {}
