package cn.huiying.query.petitionfile;

import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.petitionfile.Timetable.Line;
import cn.huiying.query.petitionfile.Timetable.Standing;
import cn.huiying.query.petitionfile.Timetable.Status;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.Explanation;
import cn.huiying.shared.time.Light;
import cn.huiying.shared.time.Pause;
import cn.huiying.shared.time.SkipReason;
import cn.huiying.shared.time.Start;
import cn.huiying.shared.time.Unit;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The door to a petition's deadlines: for whoever may see its file. */
@RestController
class PetitionDeadlinesRestApi {

    /** Whose a deadline is. */
    enum Owner {
        BUREAU,
        AGENCY,
        CITIZEN;

        private static Owner of(Duty duty) {
            return duty.isTheCitizens() ? CITIZEN : duty.isTheBureaus() ? BUREAU : AGENCY;
        }
    }

    record DeadlineLimit(int amount, Unit unit, String text) {}

    /** @param article of 信访工作条例 */
    record OuterLimit(String article, LocalDate from, int amount, Unit unit, LocalDate lastDay) {}

    record DeadlinePolicyVersion(String code, int version) {}

    record SkippedDay(LocalDate date, SkipReason reason, String reasonText) {}

    /** When it was due before it was changed or recalculated, and why it moved. */
    record EarlierDue(Instant dueAt, @Nullable String reason, @Nullable Instant movedAt) {}

    /**
     * One deadline, with all it was computed from.
     *
     * @param name              what has to be done, or may be done
     * @param startText         what it counts from
     * @param extension         延期, in the limit's unit; 0 where none was granted
     * @param lastDay           the last day 期限的最后一日
     * @param provisional       whether it may move when a year's days off are published
     * @param legalLimit        the outer limit of the law; null where none binds it
     * @param metAt             null unless it was met
     * @param missedSince       null unless it was missed
     * @param doneLateAt        when it was done after it was missed; null where it was not
     * @param endedAt           when a right was used or lapsed, or a duty fell away; null otherwise
     * @param held              whether the clock stands still for it
     * @param light             now; null once it does not run any more
     * @param yellowFrom        null where it has no lights
     * @param supervisorTaskAt  null where none follows, and for the author
     * @param circularDraftAt   null where none follows, and for the author
     * @param earlier           oldest first
     */
    record DeadlineItem(
            String code,
            String name,
            Owner owner,
            Start start,
            String startText,
            Instant startedAt,
            DeadlineLimit limit,
            int extension,
            List<Pause> pauses,
            LocalDate lastDay,
            Instant dueAt,
            boolean provisional,
            @Nullable OuterLimit legalLimit,
            DeadlinePolicyVersion policy,
            Status status,
            String statusText,
            @Nullable Instant metAt,
            @Nullable Instant missedSince,
            @Nullable Instant doneLateAt,
            @Nullable Instant endedAt,
            boolean held,
            @Nullable Light light,
            @Nullable Instant yellowFrom,
            @Nullable Instant supervisorTaskAt,
            @Nullable Instant circularDraftAt,
            Explanation explanation,
            List<LocalDate> countedDays,
            List<SkippedDay> skippedDays,
            List<EarlierDue> earlier) {}

    /** Every deadline the petition ever had, in the order they were set. */
    record Deadlines(PetitionId id, String number, long version, List<DeadlineItem> items) {}

    private final VisibleFiles files;
    private final InstantSource clock;

    PetitionDeadlinesRestApi(VisibleFiles files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/api/petitions/{id}/deadlines")
    @ReadsFrom(ReadsFrom.LOG)
    ResponseEntity<Deadlines> deadlines(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Parameters.of(request);
        PetitionFile file = files.open(actor, id);
        boolean toAuthor = VisibleFiles.isAuthor(actor, file);
        Instant now = clock.instant();
        List<DeadlineItem> items = new ArrayList<>();
        // The version tells what happened, these letters what time alone has changed since.
        StringBuilder passed = new StringBuilder();
        for (Line line : file.timetable.lines()) {
            if (!(toAuthor && line.internal())) {
                Standing standing = file.timetable.at(now, line);
                items.add(item(line, standing, toAuthor));
                passed.append(standing.status().name(), 0, 2);
                passed.append(
                        standing.light() == null ? "-" : standing.light().name().substring(0, 1));
            }
        }
        return ResponseEntity.ok()
                .eTag("\"" + file.version + "-" + passed + "\"")
                .body(new Deadlines(file.id, file.number, file.version, items));
    }

    private static DeadlineItem item(Line line, Standing standing, boolean toAuthor) {
        Deadline deadline = line.deadline;
        return new DeadlineItem(
                deadline.code(),
                deadline.duty().chinese(),
                Owner.of(deadline.duty()),
                line.start,
                line.start.chinese(),
                deadline.startedAt(),
                new DeadlineLimit(
                        deadline.amount(), deadline.unit(), deadline.unit().chinese(deadline.amount())),
                deadline.extension(),
                deadline.pauses(),
                deadline.lastDay(),
                deadline.dueAt(),
                deadline.provisional(),
                legalLimit(deadline.legalLimit()),
                new DeadlinePolicyVersion(deadline.policy(), deadline.policyVersion()),
                standing.status(),
                standing.status().chinese(),
                line.metAt,
                standing.missedSince(),
                line.doneLateAt,
                standing.endedAt(),
                standing.held(),
                standing.light(),
                deadline.alerts().yellowFrom(),
                toAuthor ? null : deadline.alerts().supervisorTaskAt(),
                toAuthor ? null : deadline.alerts().circularDraftAt(),
                deadline.explanation(),
                deadline.countedDays(),
                deadline.skipped().stream()
                        .map(day -> new SkippedDay(
                                day.date(), day.reason(), day.reason().chinese()))
                        .toList(),
                line.moves.stream()
                        .map(move -> new EarlierDue(move.dueBefore(), move.reason(), move.at()))
                        .toList());
    }

    private static OuterLimit legalLimit(cn.huiying.shared.time.LegalLimit limit) {
        return limit == null
                ? null
                : new OuterLimit(
                        limit.article().chinese(), limit.from(), limit.amount(), limit.unit(), limit.lastDay());
    }
}
