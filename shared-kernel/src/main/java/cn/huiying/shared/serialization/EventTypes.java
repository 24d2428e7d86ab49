package cn.huiying.shared.serialization;

import cn.huiying.shared.access.AccessRecorded;
import cn.huiying.shared.account.AccountEvent;
import cn.huiying.shared.assessment.AssessmentEvent;
import cn.huiying.shared.deadline.DeadlinePolicyEvent;
import cn.huiying.shared.erasure.ErasureEvent;
import cn.huiying.shared.organisation.AgencyEvent;
import cn.huiying.shared.petition.NumbersReserved;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.policy.PolicyEvent;
import cn.huiying.shared.policy.PolicySubscriptionEvent;
import cn.huiying.shared.report.ReportGenerated;
import cn.huiying.shared.statistics.VisitsCounted;
import cn.huiying.shared.suggestion.MeasureEvent;
import cn.huiying.shared.suggestion.SpecialReportEvent;
import cn.huiying.shared.suggestion.SuggestionTopicEvent;
import cn.huiying.shared.supervision.LeaderInstructionRecorded;
import cn.huiying.shared.supervision.MediaLeadEvent;
import cn.huiying.shared.supervision.ProposalEvent;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.time.CalendarEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every event there is. */
public final class EventTypes {

    private EventTypes() {}

    /** The classes of events, in the order of their families. */
    public static List<Class<?>> all() {
        return Stream.of(
                        PetitionEvent.class,
                        AccountEvent.class,
                        AgencyEvent.class,
                        CalendarEvent.class,
                        DeadlinePolicyEvent.class,
                        SupervisionEvent.class,
                        ProposalEvent.class,
                        MediaLeadEvent.class,
                        PolicyEvent.class,
                        PolicySubscriptionEvent.class,
                        AssessmentEvent.class,
                        SuggestionTopicEvent.class,
                        MeasureEvent.class,
                        SpecialReportEvent.class,
                        ErasureEvent.class,
                        LeaderInstructionRecorded.class,
                        NumbersReserved.class,
                        ReportGenerated.class,
                        VisitsCounted.class,
                        AccessRecorded.class)
                .flatMap(EventTypes::records)
                .toList();
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypes::records);
    }
}
