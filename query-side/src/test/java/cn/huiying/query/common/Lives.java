package cn.huiying.query.common;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.deadline.Deadlines;
import cn.huiying.shared.deadline.PetitionClock;
import cn.huiying.shared.deadline.TimeRules;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.CallbackRecorded;
import cn.huiying.shared.petition.CallbackRequired;
import cn.huiying.shared.petition.ClockPaused;
import cn.huiying.shared.petition.ClosingReason;
import cn.huiying.shared.petition.CoHandlerAdded;
import cn.huiying.shared.petition.CoHandlerProposed;
import cn.huiying.shared.petition.CoHandlerReported;
import cn.huiying.shared.petition.CoHandlerSigned;
import cn.huiying.shared.petition.DeadlineChanged;
import cn.huiying.shared.petition.DelayExplained;
import cn.huiying.shared.petition.EvaluationChallenged;
import cn.huiying.shared.petition.EvaluationExcluded;
import cn.huiying.shared.petition.EvaluationUpheld;
import cn.huiying.shared.petition.ExtensionGranted;
import cn.huiying.shared.petition.ExtensionRequested;
import cn.huiying.shared.petition.HandlingTerminated;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PauseReason;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionTakenDown;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.PublicReplyPublished;
import cn.huiying.shared.petition.RecusalDeclared;
import cn.huiying.shared.petition.ReexaminationConcluded;
import cn.huiying.shared.petition.ReexaminationRequested;
import cn.huiying.shared.petition.ReplyApproved;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.ReplySubmitted;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.ReturnRequested;
import cn.huiying.shared.petition.ReviewConcluded;
import cn.huiying.shared.petition.ReviewOutcome;
import cn.huiying.shared.petition.ReviewRequested;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.TerminationReason;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.serialization.PolicyFiles;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Petitions' lives for tests, as events; nothing in them is left to the clock or to chance that is not given. */
public final class Lives {

    public static final String AGENCY = "445224-114";
    public static final String OTHER_AGENCY = "445224-101";
    public static final String CO_HANDLER = "445224-102";
    public static final Instant START = Instant.parse("2023-03-06T01:00:00Z");

    public static final TimeRules RULES = new TimeRules(PolicyFiles.shipped(), WorkCalendar.shipped());
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAYS = Duration.ofDays(4);

    private Lives() {}

    public static Sealed sealed(String field) {
        return new Sealed("A256GCM", "ACC-1", field, "AAAA");
    }

    public static PetitionId id(int n) {
        return new PetitionId("PET-" + n);
    }

    /** A life in the making: what happens, with the deadlines that follow from it. */
    public static final class Life {

        private final PetitionId id;
        private final TimeRules rules;
        private final List<PetitionEvent> events = new ArrayList<>();
        private PetitionClock clock;
        private Instant now;

        private Life(PetitionId id, TimeRules rules, Instant now) {
            this.id = id;
            this.rules = rules;
            this.now = now;
        }

        /** Posted in an ordinary section by an ordinary citizen. */
        public static Life posted(int n, Instant at) {
            return posted(n, at, RULES);
        }

        /** The same under other rules. */
        public static Life posted(int n, Instant at, TimeRules rules) {
            Life life = new Life(Lives.id(n), rules, at);
            PetitionSubmitted submitted = submitted(n, at);
            life.clock = PetitionClock.of(submitted);
            life.happens(submitted);
            return life;
        }

        /** Posted, accepted as an ordinary claim, dispatched and signed for, an hour apart. */
        public static Life inHand(int n, Instant at) {
            return inHand(n, at, RULES);
        }

        /** The same under other rules. */
        public static Life inHand(int n, Instant at, TimeRules rules) {
            Life life = posted(n, at, rules).after(Duration.ofHours(1));
            life.happens(new PetitionAccepted(
                    life.id,
                    PetitionType.HELP,
                    "环保",
                    PetitionClass.CLAIM,
                    LimitClass.C7,
                    Urgency.NORMAL,
                    null,
                    life.now));
            life.after(Duration.ofHours(1))
                    .happens(new PetitionDispatched(life.id, AGENCY, null, life.now.plusSeconds(86_400), life.now));
            return life.after(Duration.ofHours(1)).happens(new AssignmentSigned(life.id, AGENCY, life.now));
        }

        /** Time passes, and what it brings is recorded. */
        public Life after(Duration time) {
            now = now.plus(time);
            record(clock.due(now, rules));
            return this;
        }

        public Life happens(PetitionEvent event) {
            List<PetitionEvent> consequences = clock.consequences(event, rules);
            record(List.of(event));
            record(consequences);
            return this;
        }

        /** The final reply's deadline is longer now. */
        public Life extended(int workdays) {
            Deadline deadline = clock.main().orElseThrow().deadline();
            happens(new ExtensionGranted(id, deadline.code(), workdays, "案情复杂", now));
            DeadlinePolicy policy = rules.policies().byVersion(deadline.policy(), deadline.policyVersion());
            record(List.of(new DeadlineChanged(
                    id, Deadlines.extended(deadline, workdays, policy, rules.calendar()), "案情复杂", now)));
            return this;
        }

        public Life paused(Duration until) {
            return happens(
                    new ClockPaused(id, PauseReason.APPRAISAL, "委托鉴定", clock.pausable(rules), now.plus(until), now));
        }

        public Life resumed() {
            record(clock.resume(now, rules));
            return this;
        }

        /** Replied, approved and told to the author, a minute apart. */
        public Life answered() {
            int round = clock.round() + 1;
            after(MINUTE)
                    .happens(new ReplySubmitted(
                            id, round, "h", ReplyOutcome.SUPPORTED, sealed("ReplySubmitted.text"), "条例", "照片", now));
            after(MINUTE).happens(new ReplyApproved(id, false, now));
            return happens(new PetitionResolved(id, ReplyOutcome.SUPPORTED, now.plusSeconds(900_000), now));
        }

        public Life rated(int score) {
            return happens(new PetitionEvaluated(
                    id,
                    score,
                    4,
                    score,
                    score == 5 ? 4.75 : 1.75,
                    score == 5 ? SatisfactionBand.SATISFIED : SatisfactionBand.DISSATISFIED,
                    null,
                    now));
        }

        public PetitionId id() {
            return id;
        }

        public Instant now() {
            return now;
        }

        /** The running deadline of the final reply. */
        public Deadline mainDeadline() {
            return clock.main().orElseThrow().deadline();
        }

        public List<PetitionEvent> events() {
            return List.copyOf(events);
        }

        /** As a log of its own. */
        public List<Recorded<PetitionEvent>> recorded() {
            List<Recorded<PetitionEvent>> log = new ArrayList<>();
            for (PetitionEvent event : events) {
                log.add(new Recorded<>(event, log.size(), log.size() + 1));
            }
            return log;
        }

        private void record(List<PetitionEvent> happened) {
            events.addAll(happened);
            for (PetitionEvent event : happened) {
                clock = clock.evolve(event);
            }
        }
    }

    private static PetitionSubmitted submitted(int n, Instant at) {
        return new PetitionSubmitted(
                id(n),
                "JY20230306%06d".formatted(n),
                new AccountId("ACC-" + n % 7),
                Section.MASS_MESSAGE,
                n % 3 == 0 ? Board.COUNTY_LEADER : Board.MUNICIPAL_LEADER,
                PetitionType.values()[n % 5],
                n % 2 == 0 ? "环保" : "交通",
                n % 3 == 0 ? "445224" : "445200",
                VisibilityWish.PUBLIC,
                "陈***",
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
                "2026-11",
                null,
                at);
    }

    /** One petition's life, up to some point that chance decides; always the same for the same random numbers. */
    public static List<PetitionEvent> life(int n, RandomGenerator random) {
        return life(n, random, RULES);
    }

    /** The same happenings, with the deadlines that other rules make of them. */
    public static List<PetitionEvent> life(int n, RandomGenerator random, TimeRules rules) {
        PetitionId id = id(n);
        Life life = Life.posted(n, START.plus(Duration.ofMinutes(n)), rules);
        if (random.nextInt(10) == 0) {
            life.after(MINUTE).happens(new PetitionWithdrawn(id, "已解决", life.now()));
            return life.events();
        }
        life.after(random.nextInt(6) == 0 ? DAYS : MINUTE);
        life.happens(new PetitionAccepted(
                id,
                PetitionType.values()[n % 5],
                "环保",
                PetitionClass.CLAIM,
                LimitClass.C7,
                Urgency.NORMAL,
                null,
                life.now()));
        life.after(MINUTE).happens(new PetitionPublished(id, "第" + n + "件施工噪音扰民", "夜间施工噪音扰民,请核实。", life.now()));
        life.after(MINUTE)
                .happens(new PetitionDispatched(id, AGENCY, null, life.now().plusSeconds(86_400), life.now()));
        String lead = AGENCY;
        if (random.nextInt(8) == 0) {
            lead = OTHER_AGENCY;
            life.after(MINUTE).happens(new ReturnRequested(id, AGENCY, "不属于我单位", lead, life.now()));
            life.after(MINUTE).happens(new ReturnGranted(id, AGENCY, "同意", life.now()));
            life.after(MINUTE)
                    .happens(new PetitionDispatched(id, lead, null, life.now().plusSeconds(86_400), life.now()));
        }
        if (random.nextInt(8) == 0) {
            return life.after(DAYS).events();
        }
        life.after(random.nextInt(6) == 0 ? DAYS : MINUTE).happens(new AssignmentSigned(id, lead, life.now()));
        if (random.nextInt(8) == 0) {
            return life.after(DAYS).events();
        }
        handled(life, random);
        if (random.nextInt(12) == 0) {
            life.after(MINUTE)
                    .happens(new HandlingTerminated(id, TerminationReason.NO_COOPERATION, "多次联系未果。", life.now()));
            if (random.nextBoolean()) {
                life.happens(new PetitionArchived(id, life.now()));
            }
            return life.events();
        }
        life.answered();
        life.after(MINUTE).happens(new PublicReplyPublished(id, "已责令停工。", life.now()));
        if (random.nextInt(4) == 0) {
            dissatisfied(life, random);
        } else {
            life.after(MINUTE).rated(5).happens(new PetitionClosed(id, ClosingReason.EVALUATED, life.now()));
        }
        if (random.nextInt(9) == 0) {
            life.happens(new PetitionTakenDown(id, "应留言人要求", life.now()));
        }
        if (life.events().stream().noneMatch(PetitionClosed.class::isInstance)) {
            return life.events();
        }
        if (random.nextInt(5) == 0) {
            life.happens(new ReexaminationRequested(id, null, sealed("ReexaminationRequested.grounds"), life.now()));
            life.after(MINUTE).happens(new ReexaminationConcluded(id, ReviewOutcome.UPHELD, "维持原答复。", life.now()));
            life.happens(new ReviewRequested(id, null, sealed("ReviewRequested.grounds"), life.now()));
            life.after(MINUTE).happens(new ReviewConcluded(id, ReviewOutcome.CHANGED, "变更原答复。", life.now()));
        }
        if (random.nextInt(4) == 0) {
            life.happens(new PetitionArchived(id, life.now()));
        }
        return life.events();
    }

    /** The petition's clock after its life. */
    public static PetitionClock clock(List<PetitionEvent> life) {
        PetitionClock clock = PetitionClock.of((PetitionSubmitted) life.getFirst());
        for (PetitionEvent event : life) {
            clock = clock.evolve(event);
        }
        return clock;
    }

    private static void handled(Life life, RandomGenerator random) {
        PetitionId id = life.id();
        if (random.nextInt(4) == 0) {
            life.happens(new CoHandlerProposed(id, CO_HANDLER, false, "涉及道路", life.now()));
            life.after(MINUTE).happens(new CoHandlerAdded(id, CO_HANDLER, "同意", life.now()));
            life.after(MINUTE).happens(new CoHandlerSigned(id, CO_HANDLER, life.now()));
            life.after(MINUTE)
                    .happens(new CoHandlerReported(id, CO_HANDLER, sealed("CoHandlerReported.text"), life.now()));
        }
        if (random.nextInt(4) == 0) {
            life.happens(new ExtensionRequested(id, life.mainDeadline().code(), 3, "案情复杂", life.now()));
            life.after(MINUTE).extended(3);
        }
        if (random.nextInt(4) == 0) {
            life.paused(Duration.ofDays(10)).after(DAYS).resumed();
        }
        if (random.nextInt(6) == 0) {
            life.happens(new RecusalDeclared(id, "staff-7", "近亲属", life.now()));
            life.after(Duration.ofDays(40)).happens(new DelayExplained(id, "连日暴雨", life.now()));
        }
    }

    private static void dissatisfied(Life life, RandomGenerator random) {
        PetitionId id = life.id();
        life.after(MINUTE).rated(1).happens(new CallbackRequired(id, life.now().plusSeconds(90_000), life.now()));
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> {
                life.happens(new EvaluationChallenged(id, "恶意差评", life.now()));
                life.happens(
                        new CallbackRecorded(id, true, true, false, null, sealed("CallbackRecorded.note"), life.now()));
                life.happens(new PetitionClosed(id, ClosingReason.EXPLAINED, life.now()));
                life.happens(
                        random.nextBoolean()
                                ? new EvaluationExcluded(id, "非承办单位原因", life.now())
                                : new EvaluationUpheld(id, "合理差评", life.now()));
            }
            default -> {
                life.happens(
                        new CallbackRecorded(id, true, false, true, null, sealed("CallbackRecorded.note"), life.now()));
                life.happens(new PetitionReopened(id, 1, "问题未解决", life.now()));
                handled(life, random);
                life.answered();
                life.after(MINUTE).rated(5).happens(new PetitionClosed(id, ClosingReason.EVALUATED, life.now()));
            }
        }
    }

    /** Many lives shuffled into one log: each petition's events stay in their order. */
    public static List<Recorded<PetitionEvent>> log(int petitions, RandomGenerator random) {
        List<List<PetitionEvent>> lives = new ArrayList<>();
        for (int n = 1; n <= petitions; n++) {
            lives.add(life(n, random));
        }
        int[] next = new int[petitions];
        List<Integer> running = new ArrayList<>();
        for (int n = 0; n < petitions; n++) {
            running.add(n);
        }
        List<Recorded<PetitionEvent>> log = new ArrayList<>();
        while (!running.isEmpty()) {
            int place = random.nextInt(Math.min(50, running.size()));
            int n = running.get(place);
            log.add(new Recorded<>(lives.get(n).get(next[n]), next[n], log.size() + 1));
            if (++next[n] == lives.get(n).size()) {
                running.remove(place);
            }
        }
        return log;
    }
}
