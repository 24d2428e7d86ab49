package cn.huiying.shared.deadline;

import static cn.huiying.shared.deadline.Some.CALENDAR;
import static cn.huiying.shared.deadline.Some.at;
import static cn.huiying.shared.deadline.Some.claim;
import static cn.huiying.shared.deadline.Some.opinion;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Explanation;
import cn.huiying.shared.time.Pause;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an officer, a citizen or a court reads. */
class ExplanationTest {

    @Test
    void across_the_spring_festival_of_2023() {
        assertThat(of("D7", opinion(LimitClass.C7), at("2023-01-18T10:00")).explanation())
                .isEqualTo(new Explanation(
                        "一般件办结(D7):自 2023-01-18 起,当日不计,共7个工作日,2023-02-01 24:00 届满。"
                                + "不计入:2023-01-21 至 2023-01-27(放假通知规定的放假日)。"
                                + "计入调休上班日:2023-01-28、2023-01-29。"
                                + "依据:时限策略 JY-1-3-5-7-15-H 第1版;民法典第二百零一条、第二百零三条。",
                        "Final reply, ordinary (D7): 7 working days from 2023-01-18, which itself is not counted; "
                                + "due 2023-02-01 24:00. "
                                + "Not counted: 2023-01-21 to 2023-01-27 (off by the State Council's notice). "
                                + "Counted as make-up working days: 2023-01-28, 2023-01-29. "
                                + "By policy JY-1-3-5-7-15-H version 1; "
                                + "Civil Code Arts. 201, 203."));
    }

    @Test
    void before_the_spring_festival_of_2022() {
        assertThat(of("D1", Some.NEW, at("2022-01-28T22:00")).explanation())
                .isEqualTo(new Explanation(
                        "受理并交办(D1):自 2022-01-28 起,当日不计,共1个工作日,2022-01-29 24:00 届满。"
                                + "计入调休上班日:2022-01-29。"
                                + "依据:时限策略 JY-1-3-5-7-15-H 第1版;民法典第二百零一条、第二百零三条。",
                        "Acceptance and dispatch (D1): 1 working day from 2022-01-28, which itself is not counted; "
                                + "due 2022-01-29 24:00. "
                                + "Counted as make-up working days: 2022-01-29. "
                                + "By policy JY-1-3-5-7-15-H version 1; "
                                + "Civil Code Arts. 201, 203."));
    }

    @Test
    void into_2027_whose_notice_is_not_published() {
        assertThat(of("D15", opinion(LimitClass.C15), at("2026-12-15T10:00")).explanation())
                .isEqualTo(new Explanation(
                        "疑难件办结(D15):自 2026-12-15 起,当日不计,共15个工作日,2027-01-06 24:00 届满。"
                                + "不计入:2026-12-19 至 2026-12-20(周末)、2026-12-26 至 2026-12-27(周末)、2027-01-01(法定节假日,当年放假通知尚未发布)、2027-01-02 至 2027-01-03(周末)。"
                                + "所涉年份的放假通知尚未发布,本时限为暂定,发布后重算。"
                                + "依据:时限策略 JY-1-3-5-7-15-H 第1版;民法典第二百零一条、第二百零三条。",
                        "Final reply, complex (D15): 15 working days from 2026-12-15, which itself is not counted; "
                                + "due 2027-01-06 24:00. "
                                + "Not counted: 2026-12-19 to 2026-12-20 (weekend), "
                                + "2026-12-26 to 2026-12-27 (weekend), "
                                + "2027-01-01 (statutory day off; the notice of its year is not published), "
                                + "2027-01-02 to 2027-01-03 (weekend). "
                                + "Provisional: the notice of days off of a year it reaches is not published; it will be computed again then. "
                                + "By policy JY-1-3-5-7-15-H version 1; "
                                + "Civil Code Arts. 201, 203."));
    }

    @Test
    void of_a_claim_that_the_law_ends_earlier() {
        assertThat(of("D15", claim(LimitClass.C15, at("2023-03-01T09:00")), at("2023-04-24T09:00"))
                        .explanation())
                .isEqualTo(new Explanation(
                        "疑难件办结(D15):自 2023-04-24 起,当日不计,共15个工作日,2023-05-04 24:00 届满。"
                                + "不计入:2023-04-29 至 2023-05-03(放假通知规定的放假日)。"
                                + "依信访工作条例第三十四条,自 2023-03-01 起不得超过60日,故提前届满。"
                                + "依据:时限策略 JY-1-3-5-7-15-H 第1版;民法典第二百零一条、第二百零三条。",
                        "Final reply, complex (D15): 15 working days from 2023-04-24, which itself is not counted; "
                                + "due 2023-05-04 24:00. "
                                + "Not counted: 2023-04-29 to 2023-05-03 (off by the State Council's notice). "
                                + "It ends earlier because Art. 34 of the Petition Work Regulations allows no more than 60 days from 2023-03-01. "
                                + "By policy JY-1-3-5-7-15-H version 1; "
                                + "Civil Code Arts. 201, 203."));
    }

    @Test
    void of_a_petition_whose_clock_stood_still_and_that_was_extended() {
        Deadline deadline = of(
                "D7",
                opinion(LimitClass.C7),
                at("2023-03-03T10:00"),
                Pause.of(at("2023-03-06T10:00"), at("2023-03-09T09:00")));
        assertThat(Deadlines.extended(deadline, 1, Some.H, CALENDAR).explanation())
                .isEqualTo(new Explanation(
                        "一般件办结(D7):自 2023-03-03 起,当日不计,共7个工作日,延期1个工作日,2023-03-17 24:00 届满。"
                                + "不计入:2023-03-04 至 2023-03-05(周末)、2023-03-07 至 2023-03-08(暂停计时)、2023-03-11 至 2023-03-12(周末)。"
                                + "自 2023-03-06 10:00 至 2023-03-09 09:00 暂停计时,顺延2个工作日。"
                                + "依据:时限策略 JY-1-3-5-7-15-H 第1版;民法典第二百零一条、第二百零三条。",
                        "Final reply, ordinary (D7): 7 working days and an extension of 1 working day from 2023-03-03, which itself is not counted; "
                                + "due 2023-03-17 24:00. "
                                + "Not counted: 2023-03-04 to 2023-03-05 (weekend), "
                                + "2023-03-07 to 2023-03-08 (the clock stood still), "
                                + "2023-03-11 to 2023-03-12 (weekend). "
                                + "The clock stood still from 2023-03-06 10:00 to 2023-03-09 09:00, which adds 2 working days. "
                                + "By policy JY-1-3-5-7-15-H version 1; "
                                + "Civil Code Arts. 201, 203."));
    }

    @Test
    void of_a_limit_in_hours() {
        DeadlinePolicy policy = PolicyVersions.inHours(Some.H, "D1s", 24);
        assertThat(Deadlines.compute(
                                policy,
                                policy.checkpoint("D1s"),
                                opinion(LimitClass.C3),
                                at("2023-03-10T16:00"),
                                CALENDAR,
                                List.of())
                        .explanation())
                .isEqualTo(new Explanation(
                        "签收(D1s):自 2023-03-10 16:00 起,共24小时,2023-03-11 16:00 届满。"
                                + "依据:时限策略 JY-1-3-5-7-15-H 第1版;民法典第二百零一条。",
                        "Signing for the assignment (D1s): 24 hours from 2023-03-10 16:00; "
                                + "due 2023-03-11 16:00. "
                                + "By policy JY-1-3-5-7-15-H version 1; "
                                + "Civil Code Art. 201."));
    }

    private static Deadline of(String code, Matter matter, Instant started, Pause... pauses) {
        return Deadlines.compute(Some.H, Some.H.checkpoint(code), matter, started, CALENDAR, List.of(pauses));
    }
}
