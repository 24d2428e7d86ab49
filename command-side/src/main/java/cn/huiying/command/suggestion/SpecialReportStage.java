package cn.huiying.command.suggestion;

import cn.huiying.command.common.Digests;
import cn.huiying.command.dossier.DossierStage;
import cn.huiying.command.suggestion.reporting.AReportIsAboutSuggestions;
import cn.huiying.command.suggestion.reporting.DraftSpecialReport;
import cn.huiying.command.suggestion.reporting.InstructOnSpecialReport;
import cn.huiying.command.suggestion.reporting.ReviseSpecialReport;
import cn.huiying.command.suggestion.reporting.SubmitSpecialReport;
import cn.huiying.command.suggestion.reporting.ThemePlan;
import cn.huiying.command.suggestion.reporting.Themes;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.suggestion.SpecialReportDrafted;
import cn.huiying.shared.suggestion.SpecialReportEvent;
import cn.huiying.shared.suggestion.SpecialReportId;
import cn.huiying.shared.suggestion.SpecialReportInstructed;
import cn.huiying.shared.suggestion.SpecialReportState;
import cn.huiying.shared.suggestion.SpecialReportSubmitted;
import cn.huiying.shared.suggestion.SuggestionsOfPeriod;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Where a special report stands, and what may be done with it there. Pure. */
sealed interface SpecialReportStage extends DossierStage {

    @Override
    SpecialReportState state();

    @Override
    default String stateText() {
        return state().chinese();
    }

    /** A leader learns of a report once it is submitted. */
    @Override
    default boolean isKnownTo(Actor actor) {
        return actor.role() != Role.CITY_LEADER || state() != SpecialReportState.DRAFT;
    }

    static SpecialReportDrafted draft(DraftSpecialReport command) {
        return drafted(
                command.reportId(),
                1,
                command.title(),
                command.from(),
                command.to(),
                command.themes(),
                command.found(),
                command.at());
    }

    private static SpecialReportDrafted drafted(
            SpecialReportId id,
            int revision,
            String title,
            LocalDate from,
            LocalDate to,
            List<ThemePlan> plans,
            SuggestionsOfPeriod found,
            Instant at) {
        AReportIsAboutSuggestions.check(!found.suggestions().isEmpty());
        return new SpecialReportDrafted(
                id,
                revision,
                title,
                from,
                to,
                !to.isBefore(WorkCalendar.dateOf(at)),
                found.position(),
                Themes.numbers(found.suggestions()),
                Themes.of(found.suggestions(), plans == null ? List.of() : plans),
                found.measures(),
                at);
    }

    /** 起草. */
    record Draft(SpecialReportId reportId, int revision, String title, LocalDate from, LocalDate to)
            implements SpecialReportStage {

        SpecialReportDrafted revise(ReviseSpecialReport command) {
            return drafted(
                    reportId, revision + 1, command.title(), from, to, command.themes(), command.found(), command.at());
        }

        SpecialReportSubmitted submit(SubmitSpecialReport command) {
            return new SpecialReportSubmitted(reportId, revision, command.at());
        }

        @Override
        public SpecialReportState state() {
            return SpecialReportState.DRAFT;
        }
    }

    /**
     * 已报送. Each leader may instruct.
     *
     * @param instructions how many there are so far
     */
    record Submitted(SpecialReportId reportId, String title, int instructions) implements SpecialReportStage {

        SpecialReportInstructed instruct(InstructOnSpecialReport command) {
            return new SpecialReportInstructed(
                    reportId,
                    "INS-" + Digests.of("special-report", reportId.value(), "" + instructions),
                    title,
                    command.text(),
                    command.agencies().stream().distinct().toList(),
                    command.dueOn(),
                    command.at());
        }

        @Override
        public SpecialReportState state() {
            return instructions == 0 ? SpecialReportState.SUBMITTED : SpecialReportState.INSTRUCTED;
        }
    }

    /** @param stage null before the first event */
    static SpecialReportStage evolve(SpecialReportStage stage, SpecialReportEvent event) {
        return switch (event) {
            case SpecialReportDrafted e -> new Draft(e.reportId(), e.revision(), e.title(), e.from(), e.to());
            case SpecialReportSubmitted e -> new Submitted(e.reportId(), ((Draft) stage).title(), 0);
            case SpecialReportInstructed e ->
                new Submitted(e.reportId(), e.title(), ((Submitted) stage).instructions() + 1);
        };
    }
}
