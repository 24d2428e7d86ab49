package cn.huiying.query.live;

import cn.huiying.query.common.Recorded;
import cn.huiying.query.listing.ListedPetition;
import cn.huiying.query.petitionfile.EventNames;
import cn.huiying.query.policy.PolicyEventNames;
import cn.huiying.query.supervision.ListedOrder;
import cn.huiying.query.supervision.SupervisionEventNames;
import cn.huiying.shared.petition.DeadlineEscalated;
import cn.huiying.shared.petition.DeadlineMet;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.RedAlertRaised;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.YellowAlertRaised;
import cn.huiying.shared.policy.PolicyEvent;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicySuperseded;
import cn.huiying.shared.policy.PolicyTagged;
import cn.huiying.shared.suggestion.CollectiveFeedbackPublished;
import cn.huiying.shared.suggestion.MeasureAbandoned;
import cn.huiying.shared.suggestion.MeasureCompleted;
import cn.huiying.shared.suggestion.MeasureEvent;
import cn.huiying.shared.suggestion.MeasureProgressed;
import cn.huiying.shared.suggestion.SuggestionConverted;
import cn.huiying.shared.suggestion.SuggestionTopicClosed;
import cn.huiying.shared.suggestion.SuggestionTopicEvent;
import cn.huiying.shared.suggestion.SuggestionTopicOpened;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionOrderId;
import cn.huiying.shared.supervision.SupervisionState;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.LadderStep;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.ObjectMapper;

/** Turns events into notices. Nothing in them is sealed, and no text that somebody wrote but the redacted title. */
final class Notices {

    /**
     * What the offices and the author are told.
     *
     * @param agency   code of the lead agency after the event
     * @param deadline code of the deadline it is about; null where it is about none
     * @param step     of the ladder; null where none was reached
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Happening(
            PetitionId petition,
            String number,
            String event,
            String eventText,
            Instant at,
            long version,
            State state,
            String stateText,
            String agency,
            String deadline,
            String deadlineText,
            LadderStep step) {}

    /** What the supervisors are told of an order. @param agency code of the one that is supervised */
    record Ordered(
            SupervisionOrderId order,
            String event,
            String eventText,
            Instant at,
            long version,
            SupervisionState state,
            String stateText,
            SupervisionForm form,
            String agency) {}

    /** What the public is told. @param title redacted; null once it is not shown any more */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Publication(PetitionId petition, String number, String event, String eventText, Instant at, String title) {}

    /**
     * What the public is told of a policy.
     *
     * @param supersededBy null unless that is what happened
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PolicyNotice(
            PolicyId policy, String event, String eventText, Instant at, String title, PolicyId supersededBy) {}
    /** What the public is told of topics and measures. @param id of the topic or the measure, as is the title */
    record Announcement(String id, String event, String eventText, Instant at, String title) {}

    private final ObjectMapper json;

    Notices(ObjectMapper json) {
        this.json = json;
    }

    List<Notice> of(Recorded<PetitionEvent> recorded, Standing before, Standing after) {
        PetitionEvent event = recorded.event();
        List<Notice> notices = new ArrayList<>(2);
        notices.add(notice(
                recorded.position(),
                Audiences.offices(event, before, after),
                event.getClass(),
                happening(event, after.petition())));
        Audiences.toThePublic(event, before, after)
                .ifPresent(told -> notices.add(notice(
                        recorded.position(),
                        Set.of(new Topic.Publications()),
                        told,
                        new Publication(
                                event.petitionId(),
                                after.petition().number(),
                                told.getSimpleName(),
                                EventNames.chinese(told),
                                event.at(),
                                after.isPublic() ? after.petition().title() : null))));
        return notices;
    }

    /** Other tags are nothing to tell everyone. */
    Optional<Notice> of(PolicyEvent event, long position, String title) {
        return event instanceof PolicyTagged
                ? Optional.empty()
                : Optional.of(notice(
                        position,
                        Set.of(new Topic.Publications()),
                        event.getClass(),
                        new PolicyNotice(
                                event.policyId(),
                                event.getClass().getSimpleName(),
                                PolicyEventNames.chinese(event),
                                event.at(),
                                title,
                                event instanceof PolicySuperseded superseded ? superseded.by() : null)));
    }

    /** Supervisors see drafts, too. */
    Notice of(Recorded<SupervisionEvent> recorded, ListedOrder after) {
        SupervisionEvent event = recorded.event();
        return notice(
                recorded.position(),
                Set.of(new Topic.Supervision()),
                event.getClass(),
                new Ordered(
                        event.orderId(),
                        event.getClass().getSimpleName(),
                        SupervisionEventNames.chinese(event),
                        event.at(),
                        recorded.version(),
                        after.state(),
                        after.state().chinese(),
                        after.form(),
                        after.agency()));
    }

    /** What everyone is told of a topic. */
    List<Notice> of(long position, SuggestionTopicEvent event, SuggestionTopicOpened topic) {
        String chinese =
                switch (event) {
                    case SuggestionTopicOpened e -> "征集专题开启";
                    case SuggestionTopicClosed e -> "征集专题结束";
                    case CollectiveFeedbackPublished e -> "集中反馈";
                };
        return List.of(announcement(position, event, event.topicId().value(), topic.title(), chinese, event.at()));
    }

    /** What everyone is told of a measure: that it was begun, and how it ended. */
    List<Notice> of(long position, MeasureEvent event, SuggestionConverted measure) {
        String chinese =
                switch (event) {
                    case SuggestionConverted e -> "转化为政策措施";
                    case MeasureCompleted e -> "转化完成";
                    case MeasureAbandoned e -> "转化终止";
                    case MeasureProgressed e -> null;
                };
        return chinese == null
                ? List.of()
                : List.of(
                        announcement(position, event, event.measureId().value(), measure.title(), chinese, event.at()));
    }

    private Notice announcement(long position, Object event, String id, String title, String chinese, Instant at) {
        return notice(
                position,
                Set.of(new Topic.Publications()),
                event.getClass(),
                new Announcement(id, event.getClass().getSimpleName(), chinese, at, title));
    }

    private static Happening happening(PetitionEvent event, ListedPetition petition) {
        String deadline =
                switch (event) {
                    case YellowAlertRaised e -> e.code();
                    case RedAlertRaised e -> e.code();
                    case DeadlineMet e -> e.code();
                    case DeadlineMissed e -> e.code();
                    case DeadlineEscalated e -> e.code();
                    default -> null;
                };
        return new Happening(
                event.petitionId(),
                petition.number(),
                event.getClass().getSimpleName(),
                EventNames.chinese(event.getClass()),
                event.at(),
                petition.version(),
                petition.state(),
                petition.state().chinese(),
                petition.agency(),
                deadline,
                deadline == null ? null : Duty.of(deadline).chinese(),
                event instanceof DeadlineEscalated e ? e.step() : null);
    }

    private Notice notice(long position, Set<Topic> topics, Class<?> event, Object data) {
        return new Notice(
                position, topics, Frames.event(position, event.getSimpleName(), json.writeValueAsString(data)));
    }
}
