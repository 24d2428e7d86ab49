package cn.huiying.shared.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The sentences that explain a deadline. */
final class DeadlineText {

    private DeadlineText() {}

    static String chinese(Deadline deadline) {
        Unit unit = deadline.unit();
        StringBuilder text = new StringBuilder()
                .append(deadline.duty().chinese())
                .append("(")
                .append(deadline.code())
                .append("):自 ")
                .append(start(deadline))
                .append(unit == Unit.HOUR ? " 起,共" : " 起,当日不计,共")
                .append(unit.chinese(deadline.amount()));
        if (deadline.extension() > 0) {
            text.append(",延期").append(unit.chinese(deadline.extension()));
        }
        text.append(",").append(WorkCalendar.text(deadline.dueAt())).append(" 届满。");
        if (!deadline.skipped().isEmpty()) {
            text.append("不计入:")
                    .append(runs(deadline.skipped()).stream()
                            .map(run -> days(run, " 至 ") + "("
                                    + run.getFirst().reason().chinese() + ")")
                            .collect(Collectors.joining("、")))
                    .append("。");
        }
        if (!deadline.makeUpDays().isEmpty()) {
            text.append("计入调休上班日:").append(joined(deadline.makeUpDays(), "、")).append("。");
        }
        for (Pause pause : deadline.pauses()) {
            text.append("自 ")
                    .append(WorkCalendar.text(pause.from()))
                    .append(" 至 ")
                    .append(WorkCalendar.text(pause.to()))
                    .append(" 暂停计时,顺延")
                    .append(unit.chinese(pause.days()))
                    .append("。");
        }
        if (deadline.capped()) {
            LegalLimit limit = deadline.legalLimit();
            text.append("依")
                    .append(limit.article().chinese())
                    .append(",自 ")
                    .append(limit.from())
                    .append(" 起不得超过")
                    .append(limit.unit().chinese(limit.amount()))
                    .append(",故提前届满。");
        }
        if (deadline.provisional()) {
            text.append("所涉年份的放假通知尚未发布,本时限为暂定,发布后重算。");
        }
        return text.append("依据:时限策略 ")
                .append(deadline.policy())
                .append(" 第")
                .append(deadline.policyVersion())
                .append("版;民法典")
                .append(unit == Unit.HOUR ? "第二百零一条。" : "第二百零一条、第二百零三条。")
                .toString();
    }

    static String english(Deadline deadline) {
        Unit unit = deadline.unit();
        StringBuilder text = new StringBuilder()
                .append(capital(deadline.duty().english()))
                .append(" (")
                .append(deadline.code())
                .append("): ")
                .append(unit.english(deadline.amount()));
        if (deadline.extension() > 0) {
            text.append(" and an extension of ").append(unit.english(deadline.extension()));
        }
        text.append(" from ")
                .append(start(deadline))
                .append(unit == Unit.HOUR ? "" : ", which itself is not counted")
                .append("; due ")
                .append(WorkCalendar.text(deadline.dueAt()))
                .append(".");
        if (!deadline.skipped().isEmpty()) {
            text.append(" Not counted: ")
                    .append(runs(deadline.skipped()).stream()
                            .map(run -> days(run, " to ") + " ("
                                    + run.getFirst().reason().english() + ")")
                            .collect(Collectors.joining(", ")))
                    .append(".");
        }
        if (!deadline.makeUpDays().isEmpty()) {
            text.append(" Counted as make-up working days: ")
                    .append(joined(deadline.makeUpDays(), ", "))
                    .append(".");
        }
        for (Pause pause : deadline.pauses()) {
            text.append(" The clock stood still from ")
                    .append(WorkCalendar.text(pause.from()))
                    .append(" to ")
                    .append(WorkCalendar.text(pause.to()))
                    .append(", which adds ")
                    .append(unit.english(pause.days()))
                    .append(".");
        }
        if (deadline.capped()) {
            LegalLimit limit = deadline.legalLimit();
            text.append(" It ends earlier because ")
                    .append(limit.article().english())
                    .append(" allows no more than ")
                    .append(limit.unit().english(limit.amount()))
                    .append(" from ")
                    .append(limit.from())
                    .append(".");
        }
        if (deadline.provisional()) {
            text.append(" Provisional: the notice of days off of a year it reaches is not published; it will be"
                    + " computed again then.");
        }
        return text.append(" By policy ")
                .append(deadline.policy())
                .append(" version ")
                .append(deadline.policyVersion())
                .append("; Civil Code ")
                .append(unit == Unit.HOUR ? "Art. 201." : "Arts. 201, 203.")
                .toString();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String start(Deadline deadline) {
        return deadline.unit() == Unit.HOUR
                ? WorkCalendar.text(deadline.startedAt())
                : deadline.startDate().toString();
    }

    /** Days in a row that are skipped for the same reason. */
    private static List<List<SkippedDay>> runs(List<SkippedDay> skipped) {
        List<List<SkippedDay>> runs = new ArrayList<>();
        for (SkippedDay day : skipped) {
            List<SkippedDay> run = runs.isEmpty() ? null : runs.getLast();
            if (run == null
                    || run.getLast().reason() != day.reason()
                    || !run.getLast().date().plusDays(1).equals(day.date())) {
                run = new ArrayList<>();
                runs.add(run);
            }
            run.add(day);
        }
        return runs;
    }

    private static String days(List<SkippedDay> run, String to) {
        return run.size() == 1
                ? run.getFirst().date().toString()
                : run.getFirst().date() + to + run.getLast().date();
    }

    private static String joined(List<LocalDate> days, String comma) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(comma));
    }
}
