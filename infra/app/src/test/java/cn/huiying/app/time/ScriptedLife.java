package cn.huiying.app.time;

import cn.huiying.command.petition.accepting.AcceptPetition;
import cn.huiying.command.petition.callingback.RecordCallback;
import cn.huiying.command.petition.contacting.LogContact;
import cn.huiying.command.petition.dispatching.DispatchPetition;
import cn.huiying.command.petition.evaluating.EvaluatePetition;
import cn.huiying.command.petition.explaining.ExplainDelay;
import cn.huiying.command.petition.extending.DecideExtension;
import cn.huiying.command.petition.extending.RequestExtension;
import cn.huiying.command.petition.pausing.PauseClock;
import cn.huiying.command.petition.pausing.ResumeClock;
import cn.huiying.command.petition.replying.ApproveReply;
import cn.huiying.command.petition.replying.ConfirmReply;
import cn.huiying.command.petition.replying.SubmitReply;
import cn.huiying.command.petition.signing.SignAssignment;
import cn.huiying.shared.petition.ContactChannel;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PauseReason;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.rule.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What happens to one petition of the simulated year, decided beforehand by chance that is given; a moment is null where it does
 * not happen.
 */
record ScriptedLife(
        PetitionId id,
        PetitionType type,
        PetitionClass petitionClass,
        LimitClass limitClass,
        Instant submitted,
        Instant dispatched,
        Instant signed,
        Instant contacted,
        int extension,
        Instant paused,
        Instant resumed,
        Instant explained,
        Instant replied,
        Instant approved,
        Instant confirmed,
        Instant rated,
        boolean satisfied,
        Instant calledBack) {

    static ScriptedLife of(int number, Instant from, Instant until, RandomGenerator chance) {
        Instant submitted = from.plusSeconds((long)
                        (chance.nextDouble() * Duration.between(from, until).toSeconds()))
                .truncatedTo(ChronoUnit.SECONDS);
        PetitionType type = chance.nextInt(3) == 0 ? PetitionType.COMPLAINT : PetitionType.HELP;
        LimitClass limitClass = LimitClass.values()[chance.nextInt(4)];
        int limit = amount(limitClass);
        Instant dispatched = chance.nextInt(100) == 0 ? null : after(submitted, 1.6, chance);
        Instant signed = dispatched == null || chance.nextInt(50) == 0 ? null : after(dispatched, 1.6, chance);
        Instant contacted = signed == null ? null : after(signed, 3, chance);
        int extension = signed != null
                        && chance.nextInt(8) == 0
                        && signed.isBefore(yellow(SlowCounter.workdays(dispatched, limit, Set.of()), limitClass))
                ? 1 + chance.nextInt(limit)
                : 0;
        Instant paused = null;
        Instant resumed = null;
        if (contacted != null
                && extension == 0
                && limit > 3
                && chance.nextInt(10) == 0
                && contacted.isBefore(yellow(SlowCounter.workdays(dispatched, limit, Set.of()), limitClass))) {
            paused = contacted.plusSeconds(60);
            resumed = paused.plus(Duration.ofHours(1 + chance.nextInt(24 * 9)));
        }
        Instant ready = resumed == null ? contacted : resumed;
        Instant replied = ready == null || chance.nextInt(40) == 0 ? null : after(ready, limit * 1.5, chance);
        Instant explained = replied != null && chance.nextInt(4) == 0 ? replied.minusSeconds(1) : null;
        Instant approved = replied == null ? null : after(replied, 1.8, chance);
        Instant confirmed = approved == null || type != PetitionType.COMPLAINT ? null : after(approved, 1.8, chance);
        Instant resolved = type == PetitionType.COMPLAINT ? confirmed : approved;
        Instant rated = resolved == null || chance.nextInt(3) == 0 ? null : after(resolved, 10, chance);
        boolean satisfied = chance.nextInt(5) != 0;
        Instant calledBack = rated == null || satisfied || chance.nextInt(6) == 0 ? null : after(rated, 4, chance);
        return new ScriptedLife(
                new PetitionId("PET-%06d".formatted(number)),
                type,
                PetitionClass.CLAIM,
                limitClass,
                submitted,
                dispatched,
                signed,
                contacted,
                extension,
                paused,
                resumed,
                explained,
                replied,
                approved,
                confirmed,
                rated,
                satisfied,
                calledBack);
    }

    private static Instant after(Instant moment, double days, RandomGenerator chance) {
        return moment.plusSeconds(1 + (long) (chance.nextDouble() * days * 86_400));
    }

    static int amount(LimitClass limitClass) {
        return switch (limitClass) {
            case C3 -> 3;
            case C5 -> 5;
            case C7 -> 7;
            case C15 -> 15;
        };
    }

    Instant resolved() {
        return type == PetitionType.COMPLAINT ? confirmed : approved;
    }

    /** Four working hours before 24:00 of the last day are 11:00; one working day is 24:00 of the one before. */
    static Instant yellow(LocalDate lastDay, LimitClass limitClass) {
        return limitClass == LimitClass.C3
                ? SlowCounter.at(lastDay, 11, 0)
                : SlowCounter.endOf(SlowCounter.workdayBefore(lastDay));
    }

    /** A command, when and by whom. */
    record Act(Instant at, Object command, Actor actor) {}

    List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        acts.add(new Act(submitted, RunningPlatform.submission(id, type, submitted), RunningPlatform.CITIZEN));
        add(
                acts,
                dispatched,
                RunningPlatform.OFFICER,
                at -> new AcceptPetition(id, at, null, null, petitionClass, limitClass, Urgency.NORMAL, null));
        add(
                acts,
                dispatched,
                RunningPlatform.OFFICER,
                at -> new DispatchPetition(id, at, RunningPlatform.AGENCY, null));
        add(acts, signed, RunningPlatform.HANDLER, at -> new SignAssignment(id, at));
        if (extension > 0) {
            add(acts, signed, RunningPlatform.LEADER, at -> new RequestExtension(id, at, extension, "情况复杂"));
            add(acts, signed, RunningPlatform.OFFICER, at -> new DecideExtension(id, at, true, "情况复杂"));
        }
        add(
                acts,
                contacted,
                RunningPlatform.HANDLER,
                at -> new LogContact(
                        id, at, ContactChannel.PHONE, true, RunningPlatform.sealed("CitizenContacted.note")));
        add(acts, paused, RunningPlatform.LEADER, at -> new PauseClock(id, at, PauseReason.APPRAISAL, "等待鉴定"));
        add(acts, resumed, RunningPlatform.LEADER, at -> new ResumeClock(id, at));
        if (explained != null && isLate(explained)) {
            add(acts, explained, RunningPlatform.LEADER, at -> new ExplainDelay(id, at, "等待施工"));
        }
        add(
                acts,
                replied,
                RunningPlatform.HANDLER,
                at -> new SubmitReply(
                        id, at, ReplyOutcome.SUPPORTED, RunningPlatform.sealed("ReplySubmitted.text"), "法规", "照片"));
        add(acts, approved, RunningPlatform.LEADER, at -> new ApproveReply(id, at));
        add(acts, confirmed, RunningPlatform.OFFICER, at -> new ConfirmReply(id, at));
        int score = satisfied ? 5 : 1;
        add(acts, rated, RunningPlatform.CITIZEN, at -> new EvaluatePetition(id, at, score, score, score, null));
        add(
                acts,
                calledBack,
                RunningPlatform.OFFICER,
                at -> new RecordCallback(id, at, true, true, false, false, null, null));
        return acts;
    }

    private static void add(List<Act> acts, Instant at, Actor actor, Function<Instant, Object> command) {
        if (at != null) {
            acts.add(new Act(at, command.apply(at), actor));
        }
    }

    private LocalDate mainLastDay() {
        Set<LocalDate> still = new HashSet<>();
        if (paused != null) {
            for (LocalDate day = SlowCounter.dateOf(paused).plusDays(1);
                    day.isBefore(SlowCounter.dateOf(resumed));
                    day = day.plusDays(1)) {
                still.add(day);
            }
        }
        return SlowCounter.workdays(dispatched, amount(limitClass) + extension, still);
    }

    private boolean isLate(Instant moment) {
        return !moment.isBefore(SlowCounter.endOf(mainLastDay()));
    }

    /** What the log has to hold of this petition at a moment: how often each kind of event for each deadline. */
    void count(Instant until, Map<String, Integer> counts) {
        duty(counts, "D1", submitted, 1, dispatched, until);
        legal(counts, "D-15", SlowCounter.days(submitted, 15), dispatched, until);
        if (dispatched == null || dispatched.isAfter(until)) {
            return;
        }
        Instant resolved = resolved();
        duty(counts, "D1s", dispatched, 1, signed, until);
        duty(counts, "D3c", dispatched, 3, contacted, until);
        legal(counts, "D-60", SlowCounter.days(dispatched, 60), resolved, until);
        LocalDate last = mainLastDay();
        String main = "D" + amount(limitClass);
        Instant explainedAt = explained != null && isLate(explained) ? explained : null;
        lit(counts, main, dispatched, last, yellow(last, limitClass), resolved, until);
        ladder(
                counts,
                main + " SUPERVISOR_TASK",
                SlowCounter.workdays(SlowCounter.at(last, 12, 0), 3, Set.of()),
                resolved,
                null,
                until);
        ladder(
                counts,
                main + " CIRCULAR_DRAFT",
                SlowCounter.workdays(SlowCounter.at(last, 12, 0), 5, Set.of()),
                resolved,
                explainedAt,
                until);
        if (replied != null && !replied.isAfter(until)) {
            duty(counts, "D-review-agency", replied, 1, approved, until);
        }
        if (approved != null && !approved.isAfter(until) && type == PetitionType.COMPLAINT) {
            duty(counts, "D-review-bureau", approved, 1, confirmed, until);
        }
        if (resolved == null || resolved.isAfter(until)) {
            return;
        }
        Instant window = SlowCounter.endOf(SlowCounter.days(resolved, 15));
        Instant closed;
        if (rated == null) {
            if (!window.isAfter(until)) {
                add(counts, "EvaluationLapsed");
            }
            closed = window;
        } else if (satisfied) {
            closed = rated;
        } else {
            if (!rated.isAfter(until)) {
                duty(counts, "D-callback", rated, 2, calledBack, until);
            }
            closed = calledBack;
        }
        if (closed != null && !closed.isAfter(until)) {
            Instant archive = SlowCounter.endOf(SlowCounter.days(closed, 30));
            if (!archive.isAfter(until)) {
                add(counts, "PetitionArchived");
            }
        }
    }

    private static void duty(
            Map<String, Integer> counts, String code, Instant start, int workdays, Instant done, Instant until) {
        LocalDate last = SlowCounter.workdays(start, workdays, Set.of());
        lit(counts, code, start, last, SlowCounter.endOf(SlowCounter.workdayBefore(last)), done, until);
    }

    private static void lit(
            Map<String, Integer> counts,
            String code,
            Instant start,
            LocalDate last,
            Instant yellow,
            Instant done,
            Instant until) {
        Instant seen = done == null || done.isAfter(until) ? until : done;
        if (yellow.isAfter(start) && !yellow.isAfter(seen)) {
            add(counts, "YellowAlertRaised " + code);
        }
        Instant due = SlowCounter.endOf(last);
        if (!due.isAfter(seen)) {
            add(counts, "RedAlertRaised " + code);
            add(counts, "DeadlineMissed " + code);
        } else if (done != null && !done.isAfter(until)) {
            add(counts, "DeadlineMet " + code);
        }
    }

    private static void legal(Map<String, Integer> counts, String code, LocalDate last, Instant done, Instant until) {
        Instant seen = done == null || done.isAfter(until) ? until : done;
        if (!SlowCounter.endOf(last).isAfter(seen)) {
            add(counts, "DeadlineMissed " + code);
        } else if (done != null && !done.isAfter(until)) {
            add(counts, "DeadlineMet " + code);
        }
    }

    private static void ladder(
            Map<String, Integer> counts, String step, LocalDate day, Instant done, Instant explained, Instant until) {
        Instant at = SlowCounter.endOf(day);
        Instant seen = done == null || done.isAfter(until) ? until : done;
        if (!at.isAfter(seen) && (explained == null || at.compareTo(explained) <= 0)) {
            add(counts, "DeadlineEscalated " + step);
        }
    }

    private static void add(Map<String, Integer> counts, String what) {
        counts.merge(what, 1, Integer::sum);
    }
}
