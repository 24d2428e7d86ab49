package cn.huiying.command.deadlinepolicy;

import cn.huiying.command.calendar.WorkCalendars;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.QueryParameters;
import cn.huiying.shared.deadline.Checkpoint;
import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.deadline.Deadlines;
import cn.huiying.shared.deadline.Matter;
import cn.huiying.shared.deadline.Policies;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Explanation;
import cn.huiying.shared.time.LegalLimit;
import cn.huiying.shared.time.OfficeHours;
import cn.huiying.shared.time.SkipReason;
import cn.huiying.shared.time.SkippedDay;
import cn.huiying.shared.time.Start;
import cn.huiying.shared.time.Unit;
import cn.huiying.shared.time.WorkCalendar;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the deadlines of a matter would be, without a petition. */
@RestController
class DeadlinePreviewRestApi {

    private static final Set<Role> MAY_ASK = Set.of(
            Role.INTAKE_OFFICER,
            Role.COUNTY_OFFICER,
            Role.BUREAU_LEADER,
            Role.AGENCY_HANDLER,
            Role.AGENCY_LEADER,
            Role.SUPERVISOR,
            Role.CITY_LEADER,
            Role.AUDITOR);

    private final CommandDoor door;
    private final WorkCalendars calendars;
    private final DeadlinePolicies policies;

    DeadlinePreviewRestApi(CommandDoor door, WorkCalendars calendars, DeadlinePolicies policies) {
        this.door = door;
        this.calendars = calendars;
        this.policies = policies;
    }

    /** A day that does not count, and why. */
    record Skipped(LocalDate date, SkipReason reason, String chinese, String english) {

        static Skipped of(SkippedDay day) {
            return new Skipped(
                    day.date(),
                    day.reason(),
                    day.reason().chinese(),
                    day.reason().english());
        }
    }

    /** The outer limit of the law. */
    record OuterLimit(
            LegalLimit.Article article,
            String chinese,
            String english,
            LocalDate from,
            int amount,
            Unit unit,
            LocalDate lastDay) {

        static OuterLimit of(LegalLimit limit) {
            return new OuterLimit(
                    limit.article(),
                    limit.article().chinese(),
                    limit.article().english(),
                    limit.from(),
                    limit.amount(),
                    limit.unit(),
                    limit.lastDay());
        }
    }

    /**
     * One checkpoint, as if what it counts from had happened at the start that was asked about.
     *
     * @param provisional whether it may move when the notice of a year comes out
     * @param legalLimit  null where the law sets none
     */
    record Preview(
            String code,
            String name,
            Start countsFrom,
            String countsFromText,
            int amount,
            Unit unit,
            String limit,
            LocalDate lastDay,
            Instant dueAt,
            @Nullable Instant yellowFrom,
            boolean provisional,
            @Nullable OuterLimit legalLimit,
            List<LocalDate> countedDays,
            List<Skipped> skippedDays,
            Explanation explanation) {}

    record Previews(Instant start, @Nullable String policy, int version, String title, List<Preview> deadlines) {}

    @GetMapping("/api/deadlines/preview")
    ResponseEntity<Previews> preview(Actor actor, HttpServletRequest request) {
        if (!MAY_ASK.contains(actor.role())) {
            throw Refused.forbidden("role-may-not", "您的角色不能试算时限。", "Your role may not preview deadlines.");
        }
        QueryParameters parameters = QueryParameters.of(
                request.getParameterMap(),
                "start",
                "section",
                "type",
                "petitionClass",
                "limitClass",
                "urgency",
                "policy",
                "version");
        Instant start = start(parameters);
        PetitionClass petitionClass =
                parameters.constant("petitionClass", PetitionClass.class).orElse(null);
        Matter matter = new Matter(
                parameters.constant("section", Section.class).orElse(null),
                parameters.constant("type", PetitionType.class).orElse(null),
                petitionClass,
                parameters.constant("limitClass", LimitClass.class).orElse(null),
                parameters.constant("urgency", Urgency.class).orElse(null),
                // The class is known from the acceptance on.
                petitionClass == null ? null : start);
        WorkCalendar calendar = calendars.current();
        requireCountable(calendar, start);
        return ResponseEntity.ok()
                .header("Petition-Position", "" + door.position())
                .body(previews(policy(parameters, start), matter, start, calendar));
    }

    /** A date, or a moment with any offset. */
    private static Instant start(QueryParameters parameters) {
        String given = parameters
                .text("start")
                .orElseThrow(
                        () -> new InvalidInput("start", "missing", "参数“start”必填。", "Parameter “start” is required."));
        try {
            Instant start = given.contains("T")
                    ? OffsetDateTime.parse(given).toInstant()
                    : LocalDate.parse(given).atStartOfDay(WorkCalendar.ZONE).toInstant();
            // The very last moments there are have no date in Jieyang.
            WorkCalendar.dateOf(start);
            return start;
        } catch (DateTimeException e) {
            throw new InvalidInput(
                    "start",
                    "form",
                    "参数“start”须是日期(如 2026-11-24)或带时区的时间(如 2026-11-24T10:00:00%2B08:00,加号须转义)。",
                    "Parameter “start” must be a date, such as 2026-11-24, or a moment with an offset, such as"
                            + " 2026-11-24T10:00:00%2B08:00 (the plus sign escaped).");
        }
    }

    /** A start the calendar can't count from is the caller's fault here, and told as such. */
    private static void requireCountable(WorkCalendar calendar, Instant start) {
        try {
            calendar.requireCountable(WorkCalendar.dateOf(start));
        } catch (Refused e) {
            throw new InvalidInput(
                    "start", "range", e.refusal().chinese(), e.refusal().english());
        }
    }

    private DeadlinePolicy policy(QueryParameters parameters, Instant start) {
        Optional<String> code = parameters.text("policy");
        Optional<Integer> version = parameters.number("version");
        if (code.isPresent() != version.isPresent()) {
            throw new InvalidInput(
                    code.isPresent() ? "version" : "policy",
                    "missing",
                    "参数“policy”和“version”须同时给出。",
                    "Parameters “policy” and “version” go together.");
        }
        Policies published = policies.current();
        return code.isPresent() ? published.byVersion(code.get(), version.get()) : published.at(start);
    }

    private static Previews previews(DeadlinePolicy policy, Matter matter, Instant start, WorkCalendar calendar) {
        return new Previews(
                start,
                policy.code(),
                policy.version(),
                policy.title(),
                policy.checkpoints().stream()
                        .filter(checkpoint -> checkpoint.appliesTo().includes(matter))
                        .map(checkpoint -> preview(policy, checkpoint, matter, start, calendar))
                        .toList());
    }

    private static Preview preview(
            DeadlinePolicy policy, Checkpoint checkpoint, Matter matter, Instant start, WorkCalendar calendar) {
        Deadline deadline = Deadlines.compute(policy, checkpoint, matter, start, calendar, List.of());
        return new Preview(
                checkpoint.code(),
                checkpoint.chinese(),
                checkpoint.start(),
                checkpoint.start().chinese(),
                checkpoint.amount(),
                checkpoint.unit(),
                checkpoint.unit().chinese(checkpoint.amount()),
                deadline.lastDay(),
                deadline.dueAt(),
                Deadlines.yellowFrom(deadline, policy, calendar, OfficeHours.USUAL),
                deadline.provisional(),
                deadline.legalLimit() == null ? null : OuterLimit.of(deadline.legalLimit()),
                deadline.countedDays(),
                deadline.skipped().stream().map(Skipped::of).toList(),
                deadline.explanation());
    }
}
