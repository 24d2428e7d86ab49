package cn.huiying.query.petitionfile;

import cn.huiying.query.directory.AgencyName;
import cn.huiying.query.directory.AgencyNames;
import cn.huiying.query.petitionfile.Hands.Holding;
import cn.huiying.query.petitionfile.Hands.Part;
import cn.huiying.query.petitionfile.PetitionStory.Told;
import cn.huiying.query.petitionfile.Timetable.Line;
import cn.huiying.query.petitionfile.Timetable.Standing;
import cn.huiying.query.petitionfile.Timetable.Status;
import cn.huiying.shared.petition.DeadlineChanged;
import cn.huiying.shared.petition.DeadlineEscalated;
import cn.huiying.shared.petition.DeadlineEvent;
import cn.huiying.shared.petition.DeadlineMet;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.DeadlineRecalculated;
import cn.huiying.shared.petition.DeadlineSet;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.RedAlertRaised;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.YellowAlertRaised;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.WorkCalendar;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * 办理时间线: what happened to a petition, in order and in words, who had it in hand and against which limit. People stand in it by
 * their role only.
 *
 * @param at      when it was asked for: what runs was measured then
 * @param holders in the order in which they took it in hand
 */
record Timeline(
        PetitionId id, String number, long version, State state, Instant at, List<Step> steps, List<Holder> holders) {

    /** The same in Chinese and in English. */
    record Bilingual(String zh, String en) {}

    /**
     * One event.
     *
     * @param at         when it happened; what time brought may be recorded later
     * @param agency     the one the actor belongs to
     * @param about      the agency that it is about
     * @param words      what was written with it, as it was written
     * @param deadlines  what became due with it, or moved
     */
    record Step(
            long version,
            Instant recordedAt,
            Instant at,
            String event,
            Bilingual what,
            Bilingual by,
            @Nullable AgencyName agency,
            @Nullable AgencyName about,
            @Nullable String words,
            List<Due> deadlines) {}

    /**
     * A deadline with all it was computed from, in words.
     *
     * @param days    how many days are counted; none where the limit is in hours
     * @param skipped how many days on the way are not
     */
    record Due(
            String code,
            Bilingual duty,
            Bilingual limit,
            Instant dueAt,
            String policy,
            int policyVersion,
            int days,
            int skipped,
            Bilingual explanation) {}

    /** Whose hands it was in. */
    enum HolderKind {
        BUREAU,
        AGENCY,
        AUTHOR
    }

    /**
     * Somebody who had it in hand.
     *
     * @param agency    null for the bureau and the author
     * @param until     null while it lasts
     * @param workdays  after the day of {@code from}, up to that of {@code until} or today; null where the calendar does not reach them
     * @param deadline  null where nothing limits it
     * @param limit     null where nothing limits it
     * @param inTime    null while that is open, and where the duty fell away
     */
    record Holder(
            HolderKind kind,
            Bilingual who,
            @Nullable AgencyName agency,
            Bilingual part,
            Instant from,
            @Nullable Instant until,
            @Nullable Integer workdays,
            @Nullable String deadline,
            @Nullable Bilingual limit,
            @Nullable Instant dueAt,
            @Nullable Boolean inTime) {}

    private static final Map<Role, String> ROLES = Map.ofEntries(
            Map.entry(Role.CITIZEN, "群众"),
            Map.entry(Role.ENTERPRISE, "企业"),
            Map.entry(Role.INTAKE_OFFICER, "信访局受理员"),
            Map.entry(Role.COUNTY_OFFICER, "县级信访受理员"),
            Map.entry(Role.BUREAU_LEADER, "信访局领导"),
            Map.entry(Role.AGENCY_HANDLER, "承办单位经办人"),
            Map.entry(Role.AGENCY_LEADER, "单位审核领导"),
            Map.entry(Role.SUPERVISOR, "督办员"),
            Map.entry(Role.MEDIA, "媒体"),
            Map.entry(Role.CITY_LEADER, "市领导"),
            Map.entry(Role.AUDITOR, "审计员"),
            Map.entry(Role.SYS_ADMIN, "系统管理员"),
            Map.entry(Role.SEC_ADMIN, "安全管理员"),
            Map.entry(Role.AUDIT_ADMIN, "审计管理员"),
            Map.entry(Role.SYSTEM, "平台"));

    static Timeline of(PetitionStory story, AgencyNames names, WorkCalendar calendar, Instant now) {
        PetitionFile file = story.file;
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < story.told.size(); i++) {
            steps.add(step(story.told.get(i), file.history.get(i), names));
        }
        return new Timeline(
                file.id,
                file.number,
                file.version,
                file.state,
                now,
                steps,
                story.hands.all().stream()
                        .map(holding -> holder(holding, file.timetable, names, calendar, now))
                        .toList());
    }

    private static Step step(Told told, PetitionFile.Entry entry, AgencyNames names) {
        PetitionEvent event = told.event();
        boolean timed = event instanceof DeadlineEvent;
        return new Step(
                told.version(),
                told.recordedAt(),
                entry.at(),
                entry.event(),
                what(event, entry),
                role(entry.role()),
                AgencyName.of(entry.agency(), names),
                AgencyName.of(entry.about(), names),
                // What is written with a deadline says the same as what stands beside it.
                timed ? null : entry.text(),
                deadlines(event).map(Timeline::deadline).toList());
    }

    private static Bilingual what(PetitionEvent event, PetitionFile.Entry entry) {
        String english = words(entry.event());
        return switch (event) {
            case YellowAlertRaised e -> of(entry.chinese(), english, e.code());
            case RedAlertRaised e -> of(entry.chinese(), english, e.code());
            case DeadlineMet e -> of(entry.chinese(), english, e.code());
            case DeadlineMissed e -> of(entry.chinese(), english, e.code());
            case DeadlineEscalated e ->
                new Bilingual(
                        entry.chinese() + ":" + Duty.of(e.code()).chinese() + ","
                                + e.step().chinese(),
                        english + ": " + Duty.of(e.code()).english() + ", " + words(e.step()));
            default -> new Bilingual(entry.chinese(), english);
        };
    }

    private static Bilingual of(String chinese, String english, String code) {
        Duty duty = Duty.of(code);
        return new Bilingual(chinese + ":" + duty.chinese(), english + ": " + duty.english());
    }

    /** {@code PetitionDispatched} is “Petition dispatched”. */
    private static String words(String name) {
        String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** @param role null where the log does not tell: the platform's own doing */
    private static Bilingual role(String role) {
        Role known = role == null ? Role.SYSTEM : Role.valueOf(role);
        return new Bilingual(ROLES.get(known), known == Role.SYSTEM ? "the platform" : words(known));
    }

    private static Stream<Deadline> deadlines(PetitionEvent event) {
        return switch (event) {
            case DeadlineSet e -> e.deadlines().stream();
            case DeadlineChanged e -> Stream.of(e.deadline());
            case DeadlineRecalculated e -> Stream.of(e.deadline());
            default -> Stream.empty();
        };
    }

    private static Due deadline(Deadline deadline) {
        return new Due(
                deadline.code(),
                new Bilingual(deadline.duty().chinese(), deadline.duty().english()),
                limit(deadline),
                deadline.dueAt(),
                deadline.policy(),
                deadline.policyVersion(),
                deadline.countedDays().size(),
                deadline.skipped().size(),
                new Bilingual(
                        deadline.explanation().chinese(), deadline.explanation().english()));
    }

    /** With what was granted beyond it. */
    private static Bilingual limit(Deadline deadline) {
        int amount = deadline.amount() + deadline.extension();
        return new Bilingual(deadline.unit().chinese(amount), deadline.unit().english(amount));
    }

    private static Holder holder(
            Holding holding, Timetable timetable, AgencyNames names, WorkCalendar calendar, Instant now) {
        Line line = holding.limit(timetable).orElse(null);
        AgencyName agency = AgencyName.of(holding.agency(), names);
        Part part = holding.part();
        HolderKind kind =
                part.isTheAuthors() ? HolderKind.AUTHOR : agency == null ? HolderKind.BUREAU : HolderKind.AGENCY;
        Instant until = holding.until() == null ? now : holding.until();
        OptionalInt workdays =
                calendar.workdaysBetween(WorkCalendar.dateOf(holding.from()), WorkCalendar.dateOf(until));
        return new Holder(
                kind,
                switch (kind) {
                    case BUREAU -> new Bilingual("信访局", "the petition bureau");
                    case AUTHOR -> new Bilingual("留言人", "the author");
                    case AGENCY -> new Bilingual(agency.name(), agency.name());
                },
                agency,
                new Bilingual(part.chinese(), part.english()),
                holding.from(),
                holding.until(),
                workdays.isPresent() ? workdays.getAsInt() : null,
                line == null ? null : line.deadline.code(),
                line == null ? null : limit(line.deadline),
                line == null ? null : line.deadline.dueAt(),
                line == null ? null : inTime(timetable.at(now, line), until));
    }

    private static Boolean inTime(Standing standing, Instant until) {
        if (standing.status() == Status.MET) {
            return true;
        }
        // Whoever handed it on before it was over has not missed it.
        return standing.status() == Status.MISSED && !until.isBefore(standing.missedSince()) ? false : null;
    }
}
