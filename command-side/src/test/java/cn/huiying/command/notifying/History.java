package cn.huiying.command.notifying;

import cn.huiying.command.notifying.Notifications.Happening;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.deadline.PetitionClock;
import cn.huiying.shared.deadline.Policies;
import cn.huiying.shared.deadline.TimeRules;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.serialization.PolicyFiles;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** The events of one petition as the log has them, with the deadlines and warnings that follow. */
final class History {

    static final PetitionId ID = new PetitionId("PET-1");
    static final String HOUSING = "445224-021";
    static final String TRAFFIC = "445224-022";
    static final String TOWN = "445224-114";

    private static final TimeRules RULES =
            new TimeRules(new Policies(List.of(PolicyFiles.builtIn("JY-1-3-5-7-15-H", 1))), WorkCalendar.shipped());

    private final List<Happening> happenings = new ArrayList<>();
    private Instant now = moment("2023-03-06T09:00");
    private Instant recordedAt;
    private PetitionClock clock;

    static Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
    }

    static Sealed sealed(String field) {
        return new Sealed("test", "ACC-wang", field, "c2VhbGVk");
    }

    static History submitted() {
        return submitted(Board.MUNICIPAL_LEADER, null, null);
    }

    static History submittedToTheCounty() {
        return submitted(Board.COUNTY_LEADER, null, null);
    }

    /** From another board, and stored at a moment. */
    static History imported(String recordedAt) {
        return submitted(Board.MUNICIPAL_LEADER, "another-board", moment(recordedAt));
    }

    private static History submitted(Board board, String source, Instant recordedAt) {
        History history = new History();
        history.recordedAt = recordedAt;
        return history.then(at -> new PetitionSubmitted(
                ID,
                "JY20230306000001",
                AccountId.ofSubject("wang"),
                Section.MASS_MESSAGE,
                board,
                PetitionType.HELP,
                "城建",
                "445224",
                VisibilityWish.PUBLIC,
                "王***",
                sealed("PetitionSubmitted.title"),
                sealed("PetitionSubmitted.body"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "2023-01",
                source,
                at));
    }

    History accepted() {
        return accepted(PetitionClass.CLAIM, null);
    }

    History accepted(PetitionClass petitionClass, String accused) {
        return then(at -> new PetitionAccepted(
                ID, PetitionType.HELP, "城建", petitionClass, LimitClass.C7, Urgency.NORMAL, accused, at));
    }

    History dispatched() {
        return accepted().dispatchedTo(HOUSING);
    }

    History dispatchedTo(String agency) {
        return then(at -> new PetitionDispatched(ID, agency, "请核实", at, at));
    }

    History at(String local) {
        now = moment(local);
        return this;
    }

    /** Something happens, and what follows from it at once. */
    History then(Function<Instant, PetitionEvent> happening) {
        PetitionEvent event = happening.apply(now);
        clock = event instanceof PetitionSubmitted submitted ? PetitionClock.of(submitted) : clock;
        List<PetitionEvent> consequences = clock.consequences(event, RULES);
        add(event);
        consequences.forEach(this::add);
        return this;
    }

    /** An event of which nothing follows. */
    History only(Function<Instant, PetitionEvent> happening) {
        add(happening.apply(now));
        return this;
    }

    /** Time passes until a moment, and what it brings is recorded then. */
    History until(String local) {
        at(local);
        clock.due(now, RULES).forEach(this::add);
        return this;
    }

    PetitionClock clock() {
        return clock;
    }

    private void add(PetitionEvent event) {
        long position = happenings.size() + 1L;
        happenings.add(new Happening("event-" + position, position, recordedAt == null ? now : recordedAt, event));
        clock = clock.evolve(event);
    }

    List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    List<Notification> told() {
        return told(PetitionEvent.class);
    }

    /** What the events of a type give cause to tell. */
    List<Notification> told(Class<? extends PetitionEvent> type) {
        return told(type, String::equals);
    }

    List<Notification> told(Class<? extends PetitionEvent> type, BiPredicate<String, String> isOrIsUnder) {
        List<Notification> told = new ArrayList<>();
        NotifiedPetition petition = null;
        for (Happening happening : happenings) {
            List<Notification> of = Notifications.of(happening, petition, isOrIsUnder);
            if (type.isInstance(happening.event())) {
                told.addAll(of);
            }
            petition = happening.event() instanceof PetitionSubmitted submitted
                    ? NotifiedPetition.of(submitted)
                    : petition == null || petition.ends(happening.event()) ? null : petition.evolve(happening.event());
        }
        return told;
    }
}
