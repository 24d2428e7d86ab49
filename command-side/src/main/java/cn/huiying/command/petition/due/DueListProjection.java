package cn.huiying.command.petition.due;

import cn.huiying.command.petition.due.DueList.Changes;
import cn.huiying.command.petition.due.DueList.Place;
import cn.huiying.shared.deadline.PetitionClock;
import cn.huiying.shared.organisation.AgencyDutiesChanged;
import cn.huiying.shared.organisation.AgencyMerged;
import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.ClockPaused;
import cn.huiying.shared.petition.ClockResumed;
import cn.huiying.shared.petition.CoHandlerAdded;
import cn.huiying.shared.petition.CoHandlerRemoved;
import cn.huiying.shared.petition.DeadlineChanged;
import cn.huiying.shared.petition.DeadlineEscalated;
import cn.huiying.shared.petition.DeadlineEvent;
import cn.huiying.shared.petition.DeadlineMet;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.DeadlineRecalculated;
import cn.huiying.shared.petition.DeadlineSet;
import cn.huiying.shared.petition.HandlingTerminated;
import cn.huiying.shared.petition.LeadChanged;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.RedAlertRaised;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.YellowAlertRaised;
import cn.huiying.shared.time.CalendarCorrected;
import cn.huiying.shared.time.CalendarEvent;
import cn.huiying.shared.time.CalendarImported;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.Start;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Keeps the due list from the log; a batch is written once, and writing it again changes nothing. */
@ProcessingGroup(DueListProjection.NAME)
class DueListProjection {

    static final String NAME = "due-list";

    /** More deadlines than one event sets. */
    private static final int MOST_AT_ONCE = 100;

    private final DueList list;

    DueListProjection(DueList list) {
        this.list = list;
    }

    @EventHandler
    void on(PetitionEvent event, UnitOfWork<?> batch, @SequenceNumber long version) {
        changes(batch).add(changes -> apply(event, version, changes));
    }

    @EventHandler
    void on(AgencyMerged event, UnitOfWork<?> batch) {
        changes(batch).add(changes -> changes.merged(event.agencyId().code()));
    }

    @EventHandler
    void on(AgencyDutiesChanged event, UnitOfWork<?> batch) {
        changes(batch).add(changes -> changes.registered(event.agencyId().code()));
    }

    @EventHandler
    void on(CalendarEvent event, UnitOfWork<?> batch) {
        changes(batch).add(changes -> {
            switch (event) {
                case CalendarImported e -> changes.calendarChanged(e.year(), e.year() + "年放假通知:" + e.notice());
                case CalendarCorrected e -> changes.calendarChanged(e.year(), e.year() + "年工作日历更正:" + e.reason());
            }
        });
    }

    @ResetHandler
    void reset() {
        list.clear();
    }

    private static void apply(PetitionEvent event, long version, Changes changes) {
        PetitionId petition = event.petitionId();
        changes.version(petition, version);
        switch (event) {
            case DeadlineSet e -> {
                for (int i = 0; i < e.deadlines().size(); i++) {
                    changes.put(
                            petition,
                            new Place(e.start(), version * MOST_AT_ONCE + i),
                            e.deadlines().get(i));
                }
            }
            case DeadlineChanged e -> changes.put(petition, null, e.deadline());
            case DeadlineRecalculated e -> changes.put(petition, null, e.deadline());
            case YellowAlertRaised e -> changes.warned(petition, e.code());
            case RedAlertRaised e -> {}
            case DeadlineMissed e -> changes.missed(petition, e.code());
            case DeadlineEscalated e -> changes.escalated(petition, e.code(), e.step());
            case DeadlineMet e -> changes.remove(petition, List.of(e.code()));
            case ClockPaused e -> changes.hold(petition, e.codes(), e.until());
            case ClockResumed e -> changes.release(petition);
            case PetitionDispatched e -> takenOver(petition, e.agency(), changes);
            case AgencyDesignated e -> takenOver(petition, e.agency(), changes);
            case CoHandlerAdded e -> changes.takenInHand(petition, e.agency());
            case CoHandlerRemoved e -> changes.outOfHand(petition, e.agency());
            case LeadChanged e -> {
                changes.outOfHand(petition, e.from());
                changes.takenInHand(petition, e.to());
            }
            case PetitionWithdrawn e -> changes.outOfHands(petition);
            case ReturnGranted e -> changes.outOfHands(petition);
            case HandlingTerminated e -> changes.outOfHands(petition);
            case PetitionArchived e -> changes.outOfHands(petition);
            default -> {}
        }
        if (!(event instanceof DeadlineEvent)) {
            changes.remove(petition, ended(event, List.of(Start.values())));
            changes.removeStartedBy(petition, Start.DISPATCH, ended(event, List.of(Start.DISPATCH)));
        }
    }

    /** The codes of what an event ends, whichever of these happenings it counts from. */
    private static List<String> ended(PetitionEvent event, List<Start> starts) {
        return Arrays.stream(Duty.values())
                .filter(duty -> starts.stream().allMatch(start -> PetitionClock.ends(event, start, duty)))
                .map(Duty::code)
                .toList();
    }

    private static void takenOver(PetitionId petition, String agency, Changes changes) {
        changes.outOfHands(petition);
        changes.takenInHand(petition, agency);
    }

    private List<Consumer<Changes>> changes(UnitOfWork<?> batch) {
        return batch.root().getOrComputeResource(getClass().getName(), key -> {
            List<Consumer<Changes>> gathered = new ArrayList<>();
            batch.root()
                    .onPrepareCommit(
                            unit -> list.update(changes -> gathered.forEach(change -> change.accept(changes))));
            return gathered;
        });
    }
}
