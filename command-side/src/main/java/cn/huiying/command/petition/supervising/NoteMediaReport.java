package cn.huiying.command.petition.supervising;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Notes that the media reported on the petition 媒体报道; again it changes nothing.
 *
 * @param lead id of the media lead
 */
@PetitionAction(slug = "note-media-report", chinese = "媒体报道", roles = Role.SYSTEM)
public record NoteMediaReport(@TargetAggregateIdentifier PetitionId petitionId, Instant at, String lead)
        implements PetitionCommand {}
