package cn.huiying.shared.deadline;

import cn.huiying.shared.petition.DeadlineEscalated;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.RedAlertRaised;
import cn.huiying.shared.petition.YellowAlertRaised;
import cn.huiying.shared.time.Alerts;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.LadderStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A moment that comes with a deadline and is to be recorded if nothing meets the deadline before.
 *
 * @param code  of the deadline
 * @param dueAt when the deadline is over
 * @param lit   whether the deadline has lights
 */
public record PendingMoment(String code, Kind kind, Instant at, Instant dueAt, boolean lit) {

    /** What comes, in the order of what is due at one moment. */
    public enum Kind {
        /** 黄灯预警. */
        WARNING(true),
        /** 逾期: a duty was not done in time. */
        MISSED(true),
        /** 督办任务. */
        SUPERVISOR_TASK(true),
        /** 通报草稿, unless the delay was explained. */
        CIRCULAR_DRAFT(false),
        /** The agency's right to object ends; that is not recorded. */
        END(true),
        /** Another right ends; what that makes of the petition depends on its stage. */
        LAPSE(false);

        private final boolean certain;

        Kind(boolean certain) {
            this.certain = certain;
        }

        /** Whether it comes for certain while the deadline runs. */
        public boolean certain() {
            return certain;
        }
    }

    /** The moments that come with a deadline. */
    public static List<PendingMoment> of(Deadline deadline) {
        if (deadline.duty().isARight()) {
            Kind kind = deadline.duty() == Duty.RETURN_REQUEST ? Kind.END : Kind.LAPSE;
            return List.of(of(deadline, kind, deadline.dueAt()));
        }
        List<PendingMoment> moments = new ArrayList<>();
        Alerts alerts = deadline.alerts();
        // Whoever is given a day is told so by being given it: yellow from the start warns nobody.
        if (alerts.lit() && alerts.yellowFrom().isAfter(deadline.startedAt())) {
            moments.add(of(deadline, Kind.WARNING, alerts.yellowFrom()));
        }
        moments.add(of(deadline, Kind.MISSED, deadline.dueAt()));
        if (alerts.supervisorTaskAt() != null) {
            moments.add(of(deadline, Kind.SUPERVISOR_TASK, alerts.supervisorTaskAt()));
        }
        if (alerts.circularDraftAt() != null) {
            moments.add(of(deadline, Kind.CIRCULAR_DRAFT, alerts.circularDraftAt()));
        }
        return moments;
    }

    private static PendingMoment of(Deadline deadline, Kind kind, Instant at) {
        return new PendingMoment(
                deadline.code(), kind, at, deadline.dueAt(), deadline.alerts().lit());
    }

    /** What records it; nothing where a right ends. */
    public List<PetitionEvent> events(PetitionId petition) {
        return switch (kind) {
            case WARNING -> List.of(new YellowAlertRaised(petition, code, dueAt, at));
            case MISSED ->
                lit
                        ? List.of(new RedAlertRaised(petition, code, at), new DeadlineMissed(petition, code, at))
                        : List.of(new DeadlineMissed(petition, code, at));
            case SUPERVISOR_TASK -> List.of(new DeadlineEscalated(petition, code, LadderStep.SUPERVISOR_TASK, at));
            case CIRCULAR_DRAFT -> List.of(new DeadlineEscalated(petition, code, LadderStep.CIRCULAR_DRAFT, at));
            case END, LAPSE -> List.of();
        };
    }
}
