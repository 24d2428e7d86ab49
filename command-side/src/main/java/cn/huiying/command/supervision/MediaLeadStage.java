package cn.huiying.command.supervision;

import cn.huiying.command.dossier.DossierStage;
import cn.huiying.command.supervision.recording.OnlyWhatWasDoneIsRecorded;
import cn.huiying.command.supervision.reporting.AReportHasASafeLink;
import cn.huiying.command.supervision.reporting.AdoptMediaLead;
import cn.huiying.command.supervision.reporting.DeclineMediaLead;
import cn.huiying.command.supervision.reporting.RecordMediaFollowUp;
import cn.huiying.command.supervision.reporting.RecordMediaReport;
import cn.huiying.command.supervision.reporting.WithdrawMediaLead;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.MediaFollowUpRecorded;
import cn.huiying.shared.supervision.MediaLeadAdopted;
import cn.huiying.shared.supervision.MediaLeadDeclined;
import cn.huiying.shared.supervision.MediaLeadEvent;
import cn.huiying.shared.supervision.MediaLeadId;
import cn.huiying.shared.supervision.MediaLeadOffered;
import cn.huiying.shared.supervision.MediaLeadState;
import cn.huiying.shared.supervision.MediaLeadWithdrawn;
import cn.huiying.shared.supervision.MediaReportPublished;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;

/** Where a media lead stands, and what may be done with it there. Pure. */
sealed interface MediaLeadStage extends DossierStage {

    /** @param text what the media were offered */
    record Facts(MediaLeadId leadId, PetitionId petition, PublicText text) {}

    Facts facts();

    @Override
    MediaLeadState state();

    @Override
    default String stateText() {
        return state().chinese();
    }

    /** To the media a lead that was withdrawn is not there. */
    @Override
    default boolean isKnownTo(Actor actor) {
        return actor.role() != Role.MEDIA || !(this instanceof Withdrawn);
    }

    /** The media see it. */
    sealed interface Seen extends MediaLeadStage {

        default MediaLeadEvent withdraw(WithdrawMediaLead command) {
            return new MediaLeadWithdrawn(facts().leadId(), command.reason(), command.at());
        }
    }

    /** It can be offered, once more. */
    sealed interface Offerable extends MediaLeadStage {}

    /** The media follow it up. */
    sealed interface FollowedUp extends Seen {

        default MediaLeadEvent report(RecordMediaReport command) {
            AReportHasASafeLink.check(command.link());
            OnlyWhatWasDoneIsRecorded.check(begin(command.publishedOn()), command.at());
            return new MediaReportPublished(
                    facts().leadId(),
                    facts().petition(),
                    command.title(),
                    command.link().toString(),
                    command.publishedOn(),
                    command.at());
        }
    }

    record Offered(Facts facts) implements Seen {

        @Override
        public MediaLeadState state() {
            return MediaLeadState.OFFERED;
        }

        MediaLeadEvent adopt(AdoptMediaLead command) {
            return new MediaLeadAdopted(facts.leadId(), command.at());
        }

        MediaLeadEvent decline(DeclineMediaLead command) {
            return new MediaLeadDeclined(facts.leadId(), command.reason(), command.at());
        }
    }

    record Adopted(Facts facts) implements FollowedUp {

        @Override
        public MediaLeadState state() {
            return MediaLeadState.ADOPTED;
        }
    }

    record Reported(Facts facts) implements FollowedUp {

        @Override
        public MediaLeadState state() {
            return MediaLeadState.REPORTED;
        }

        MediaLeadEvent followUp(RecordMediaFollowUp command) {
            OnlyWhatWasDoneIsRecorded.check(begin(command.foundOn()), command.at());
            return new MediaFollowUpRecorded(facts.leadId(), command.foundOn(), command.finding(), command.at());
        }
    }

    record Declined(Facts facts) implements Seen, Offerable {

        @Override
        public MediaLeadState state() {
            return MediaLeadState.DECLINED;
        }
    }

    record Withdrawn(Facts facts) implements Offerable {

        @Override
        public MediaLeadState state() {
            return MediaLeadState.WITHDRAWN;
        }
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    /** @param stage null before the first event */
    static MediaLeadStage evolve(MediaLeadStage stage, MediaLeadEvent event) {
        return switch (event) {
            case MediaLeadOffered e ->
                new Offered(new Facts(e.leadId(), e.petition(), new PublicText(e.title(), e.text())));
            case MediaLeadAdopted e -> new Adopted(stage.facts());
            case MediaLeadDeclined e -> new Declined(stage.facts());
            case MediaReportPublished e -> new Reported(stage.facts());
            case MediaFollowUpRecorded e -> stage;
            case MediaLeadWithdrawn e -> new Withdrawn(stage.facts());
        };
    }
}
