package cn.huiying.shared.deadline;

import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.rule.InvalidInput.Fault;
import cn.huiying.shared.time.DayCount;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.LegalLimit;
import cn.huiying.shared.time.LegalLimit.Article;
import cn.huiying.shared.time.Unit;
import cn.huiying.shared.time.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 法定最长期限: what the law allows at most (信访工作条例 Arts. 22, 23, 34–36). No part of a policy: it binds every deadline,
 * whatever the policy says.
 */
public final class LegalLimits {

    /** Register, forward, assign; also the written notice (Arts. 22, 23). */
    static final int NOTICE_DAYS = 15;

    /** The agency's objection 异议 (Art. 23). */
    static final int OBJECTION_WORKDAYS = 5;

    /** Conclude a claim 申诉求决, from acceptance (Art. 34). */
    static final int CONCLUSION_DAYS = 60;

    /** The extension of that (Art. 34). */
    static final int EXTENSION_DAYS = 30;

    /** Ask for 复查 or 复核, and give its opinion (Arts. 35, 36). */
    static final int REVIEW_DAYS = 30;

    private LegalLimits() {}

    /** Adds a fault where a checkpoint's amount is over what the law allows, or shortens a right of the petitioner. */
    static void check(List<Fault> faults, String at, Checkpoint checkpoint) {
        switch (checkpoint.duty()) {
            case ACCEPT_AND_DISPATCH, LEGAL_NOTICE -> atMost(faults, at, checkpoint, NOTICE_DAYS, "22");
            case RETURN_REQUEST -> atMost(faults, at, checkpoint, OBJECTION_WORKDAYS, "23");
            case FINAL_REPLY_3, FINAL_REPLY_5, FINAL_REPLY_7, FINAL_REPLY_15, LEGAL_CONCLUSION ->
                atMost(faults, at, checkpoint, CONCLUSION_DAYS, "34");
            case REEXAMINATION_OPINION, REVIEW_OPINION -> {
                atMost(faults, at, checkpoint, REVIEW_DAYS, "35, 36");
                if (checkpoint.unit() == Unit.WORKDAY) {
                    faults.add(overTheLaw(at, checkpoint, "35, 36"));
                }
            }
            case REEXAMINATION_REQUEST, REVIEW_REQUEST -> {
                if (checkpoint.unit() != Unit.CALENDAR_DAY || checkpoint.amount() != REVIEW_DAYS) {
                    faults.add(new Fault(
                            at + "/amount",
                            "right-of-the-petitioner",
                            "信访人申请复查、复核的期限为30日(信访工作条例第三十五、三十六条),不得更改。",
                            "The petitioner has 30 days to ask for it (Arts. 35, 36), no less and no more."));
                }
            }
            case SIGN,
                    RETURN_DECISION,
                    FIRST_CONTACT,
                    INTERIM_REPLY,
                    AGENCY_APPROVAL,
                    BUREAU_CHECK,
                    CORRECTION,
                    EVALUATION,
                    CALLBACK,
                    ARCHIVING,
                    PROPOSAL_FEEDBACK -> {
                // The law sets no limit of its own.
            }
        }
    }

    /**
     * The outer limit that binds a deadline, the earlier one where two do.
     *
     * @param extended whether an extension was granted
     */
    static Optional<LegalLimit> binding(
            Duty duty, Matter matter, LocalDate startDate, boolean extended, WorkCalendar calendar) {
        Optional<LegalLimit> own =
                switch (duty) {
                    case ACCEPT_AND_DISPATCH, LEGAL_NOTICE ->
                        Optional.of(limit(Article.ARTICLE_22, startDate, NOTICE_DAYS, Unit.CALENDAR_DAY, calendar));
                    case RETURN_REQUEST ->
                        Optional.of(limit(Article.ARTICLE_23, startDate, OBJECTION_WORKDAYS, Unit.WORKDAY, calendar));
                    default -> Optional.empty();
                };
        Optional<LegalLimit> conclusion = Optional.empty();
        if (isBeforeTheConclusion(duty)
                && matter.petitionClass() == PetitionClass.CLAIM
                && matter.acceptedAt() != null) {
            LocalDate from = WorkCalendar.dateOf(matter.acceptedAt());
            int days = extended ? CONCLUSION_DAYS + EXTENSION_DAYS : CONCLUSION_DAYS;
            conclusion = Optional.of(limit(Article.ARTICLE_34, from, days, Unit.CALENDAR_DAY, calendar));
        }
        return Stream.of(own, conclusion).flatMap(Optional::stream).min((one, other) -> one.lastDay()
                .compareTo(other.lastDay()));
    }

    /** The same limit after an extension was granted (Art. 34); other limits do not grow. */
    static LegalLimit extended(LegalLimit limit) {
        return limit.article() == Article.ARTICLE_34
                ? new LegalLimit(
                        limit.article(), limit.from(), CONCLUSION_DAYS + EXTENSION_DAYS, limit.unit(), limit.lastDay())
                : limit;
    }

    static DayCount count(LegalLimit limit, WorkCalendar calendar) {
        return limit.unit() == Unit.WORKDAY
                ? calendar.countWorkdays(limit.from(), limit.amount(), List.of())
                : calendar.countCalendarDays(limit.from(), limit.amount(), List.of());
    }

    private static LegalLimit limit(Article article, LocalDate from, int amount, Unit unit, WorkCalendar calendar) {
        LegalLimit uncounted = new LegalLimit(article, from, amount, unit, from);
        return new LegalLimit(
                article, from, amount, unit, count(uncounted, calendar).last());
    }

    private static boolean isBeforeTheConclusion(Duty duty) {
        return switch (duty) {
            case SIGN,
                    RETURN_REQUEST,
                    RETURN_DECISION,
                    FIRST_CONTACT,
                    INTERIM_REPLY,
                    FINAL_REPLY_3,
                    FINAL_REPLY_5,
                    FINAL_REPLY_7,
                    FINAL_REPLY_15,
                    AGENCY_APPROVAL,
                    BUREAU_CHECK,
                    LEGAL_CONCLUSION -> true;
            case ACCEPT_AND_DISPATCH,
                    CORRECTION,
                    EVALUATION,
                    CALLBACK,
                    LEGAL_NOTICE,
                    REEXAMINATION_REQUEST,
                    REEXAMINATION_OPINION,
                    REVIEW_REQUEST,
                    REVIEW_OPINION,
                    ARCHIVING,
                    PROPOSAL_FEEDBACK -> false;
        };
    }

    /** A working day is at least a calendar day: an amount over the law's is over it in either unit. */
    private static void atMost(List<Fault> faults, String at, Checkpoint checkpoint, int days, String articles) {
        if (checkpoint.amount() > (checkpoint.unit() == Unit.HOUR ? days * 24 : days)) {
            faults.add(overTheLaw(at, checkpoint, articles));
        }
    }

    private static Fault overTheLaw(String at, Checkpoint checkpoint, String articles) {
        return new Fault(
                at + "/amount",
                "over-the-legal-limit",
                "时限节点 " + checkpoint.code() + " 的" + checkpoint.unit().chinese(checkpoint.amount()) + "超过法定期限(信访工作条例第 "
                        + articles + " 条)。",
                "The checkpoint " + checkpoint.code() + " of "
                        + checkpoint.unit().english(checkpoint.amount())
                        + " is over the legal limit (Petition Work Regulations, Art. " + articles + ").");
    }
}
