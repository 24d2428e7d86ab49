package cn.huiying.command.notifying;

import static cn.huiying.command.notifying.History.HOUSING;
import static cn.huiying.command.notifying.History.ID;
import static cn.huiying.command.notifying.History.TOWN;
import static cn.huiying.command.notifying.History.TRAFFIC;
import static cn.huiying.command.notifying.History.imported;
import static cn.huiying.command.notifying.History.moment;
import static cn.huiying.command.notifying.History.sealed;
import static cn.huiying.command.notifying.History.submitted;
import static cn.huiying.command.notifying.History.submittedToTheCounty;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.shared.deadline.Deadlines;
import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.CallbackRequired;
import cn.huiying.shared.petition.ClockPaused;
import cn.huiying.shared.petition.ClockResumed;
import cn.huiying.shared.petition.CoHandlerAdded;
import cn.huiying.shared.petition.CoHandlerRemoved;
import cn.huiying.shared.petition.ConversionNoted;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.CorrectionRequested;
import cn.huiying.shared.petition.DeadlineChanged;
import cn.huiying.shared.petition.DeadlineEscalated;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.DeadlineRecalculated;
import cn.huiying.shared.petition.DeadlineSet;
import cn.huiying.shared.petition.EvaluationExcluded;
import cn.huiying.shared.petition.EvaluationUpheld;
import cn.huiying.shared.petition.ExtensionGranted;
import cn.huiying.shared.petition.ExtensionRefused;
import cn.huiying.shared.petition.ExtensionRequested;
import cn.huiying.shared.petition.HandlingTerminated;
import cn.huiying.shared.petition.LeadChanged;
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.NotAcceptedReason;
import cn.huiying.shared.petition.PauseReason;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionArchived;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionMerged;
import cn.huiying.shared.petition.PetitionNotAccepted;
import cn.huiying.shared.petition.PetitionRedirected;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.ProgressPosted;
import cn.huiying.shared.petition.RedAlertRaised;
import cn.huiying.shared.petition.RedirectTarget;
import cn.huiying.shared.petition.ReexaminationConcluded;
import cn.huiying.shared.petition.ReexaminationRequested;
import cn.huiying.shared.petition.ReplyApproved;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.ReplySentBack;
import cn.huiying.shared.petition.ReplySubmitted;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.ReturnRefused;
import cn.huiying.shared.petition.ReturnRequested;
import cn.huiying.shared.petition.ReviewConcluded;
import cn.huiying.shared.petition.ReviewOutcome;
import cn.huiying.shared.petition.ReviewRequested;
import cn.huiying.shared.petition.RewardKind;
import cn.huiying.shared.petition.SuggestionRewarded;
import cn.huiying.shared.petition.SuggestionSelected;
import cn.huiying.shared.petition.TerminationReason;
import cn.huiying.shared.petition.YellowAlertRaised;
import cn.huiying.shared.serialization.PolicyFiles;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.WorkCalendar;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NotificationsTest {

    private static final String AUTHOR = "CITIZEN:ACC-wang";
    private static final String HANDLER = "AGENCY_HANDLER:" + HOUSING;
    private static final String LEADER = "AGENCY_LEADER:" + HOUSING;
    private static final String BUREAU = "INTAKE_OFFICER";

    /** What happened, and who is told what of the events of a type. */
    record Row(String what, History history, Class<? extends PetitionEvent> type, List<String> told) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Row row(String what, History history, Class<? extends PetitionEvent> type, String... told) {
        return new Row(what, history, type, List.of(told));
    }

    private static History resolved() {
        return submitted().dispatched().then(at -> new PetitionResolved(ID, ReplyOutcome.SUPPORTED, at, at));
    }

    private static History extended() {
        History history = submitted().dispatched();
        Deadline main = history.clock().main().orElseThrow().deadline();
        Deadline later = Deadlines.extended(main, 3, PolicyFiles.builtIn("JY-1-3-5-7-15-H", 1), WorkCalendar.shipped());
        return history.only(at -> new ExtensionGranted(ID, main.code(), 3, "须现场勘验", at))
                .only(at -> new DeadlineChanged(ID, later, "须现场勘验", at));
    }

    static Stream<Row> rows() {
        return Stream.of(
                row("nobody is told of what they did themselves", submitted(), PetitionEvent.class),
                row(
                        "the author, that it is accepted",
                        submitted().accepted(),
                        PetitionAccepted.class,
                        AUTHOR + " ACCEPTED"),
                row(
                        "the author, why it is not accepted",
                        submitted()
                                .then(at -> new PetitionNotAccepted(
                                        ID, NotAcceptedReason.COURT_OR_ARBITRATION, "请向法院起诉", at)),
                        PetitionNotAccepted.class,
                        AUTHOR + " NOT_ACCEPTED"),
                row(
                        "the author, where it belongs",
                        submitted().then(at -> new PetitionRedirected(ID, RedirectTarget.ARBITRATION, "请申请仲裁", at)),
                        PetitionRedirected.class,
                        AUTHOR + " REDIRECTED"),
                row(
                        "the author, that it is merged",
                        submitted().then(at -> new PetitionMerged(ID, new PetitionId("PET-0"), "同一事项", at)),
                        PetitionMerged.class,
                        AUTHOR + " MERGED"),
                row(
                        "the author, what to correct",
                        submitted().then(at -> new CorrectionRequested(ID, "请补充地址", at, at, at)),
                        CorrectionRequested.class,
                        AUTHOR + " CORRECTION_ASKED"),
                row(
                        "the author, that the correction is too late",
                        submitted().then(at -> new CorrectionLapsed(ID, at, at)),
                        CorrectionLapsed.class,
                        AUTHOR + " CORRECTION_LAPSED"),
                row(
                        "the author, to whom it was dispatched",
                        submitted().dispatched(),
                        PetitionDispatched.class,
                        AUTHOR + " DISPATCHED"),
                row(
                        "the agency, of its assignment",
                        submitted().dispatched(),
                        DeadlineSet.class,
                        HANDLER + " ASSIGNED"),
                row(
                        "the agency, that it is designated",
                        submitted().accepted().then(at -> new AgencyDesignated(ID, HOUSING, "职责明确", at)),
                        DeadlineSet.class,
                        HANDLER + " DESIGNATED"),
                row(
                        "the author, of an interim reply",
                        submitted().dispatched().then(at -> new ProgressPosted(ID, sealed("ProgressPosted.text"), at)),
                        ProgressPosted.class,
                        AUTHOR + " INTERIM_REPLY"),
                row(
                        "the bureau, of a return that is asked for",
                        submitted().dispatched().then(at -> new ReturnRequested(ID, HOUSING, "不属于职责", TRAFFIC, at)),
                        ReturnRequested.class,
                        BUREAU + " RETURN_REQUESTED"),
                row(
                        "the county's officer, beside the bureau, on a county board",
                        submittedToTheCounty()
                                .dispatched()
                                .then(at -> new ReturnRequested(ID, HOUSING, "不属于职责", TRAFFIC, at)),
                        ReturnRequested.class,
                        BUREAU + " RETURN_REQUESTED",
                        "COUNTY_OFFICER:445224 RETURN_REQUESTED"),
                row(
                        "the agency, that it may return the petition",
                        submitted().dispatched().then(at -> new ReturnGranted(ID, HOUSING, "属实", at)),
                        ReturnGranted.class,
                        HANDLER + " RETURN_DECIDED"),
                row(
                        "the agency, that it may not return it",
                        submitted().dispatched().then(at -> new ReturnRefused(ID, HOUSING, "属于职责", at)),
                        ReturnRefused.class,
                        HANDLER + " RETURN_DECIDED"),
                row(
                        "the co-handler, that it takes part",
                        submitted().dispatched().then(at -> new CoHandlerAdded(ID, TRAFFIC, "涉及道路", at)),
                        CoHandlerAdded.class,
                        "AGENCY_HANDLER:" + TRAFFIC + " CO_HANDLER_ADDED"),
                row(
                        "the co-handler, that it no longer does",
                        submitted().dispatched().then(at -> new CoHandlerRemoved(ID, TRAFFIC, "不再涉及", at)),
                        CoHandlerRemoved.class,
                        "AGENCY_HANDLER:" + TRAFFIC + " CO_HANDLER_REMOVED"),
                row(
                        "the successor, that the petition is its own",
                        submitted().dispatched().then(at -> new LeadChanged(ID, HOUSING, TRAFFIC, "机构合并", at)),
                        LeadChanged.class,
                        "AGENCY_HANDLER:" + TRAFFIC + " HANDED_OVER"),
                row(
                        "the bureau, of an extension that is asked for",
                        submitted().dispatched().then(at -> new ExtensionRequested(ID, "D7", 3, "须现场勘验", at)),
                        ExtensionRequested.class,
                        BUREAU + " EXTENSION_REQUESTED"),
                row(
                        "the agency, that the extension is granted",
                        extended(),
                        ExtensionGranted.class,
                        HANDLER + " EXTENSION_DECIDED"),
                row("the author, of the extension", extended(), DeadlineChanged.class, AUTHOR + " EXTENSION_TOLD"),
                row(
                        "the agency, that the extension is refused",
                        submitted().dispatched().then(at -> new ExtensionRefused(ID, "D7", "理由不足", at)),
                        ExtensionRefused.class,
                        HANDLER + " EXTENSION_DECIDED"),
                row(
                        "the author, that the clock stands still",
                        submitted()
                                .dispatched()
                                .then(at -> new ClockPaused(ID, PauseReason.APPRAISAL, "等待鉴定", List.of("D7"), at, at)),
                        ClockPaused.class,
                        AUTHOR + " CLOCK_PAUSED"),
                row(
                        "the author, that the clock runs again",
                        submitted().dispatched().then(at -> new ClockResumed(ID, at, at)),
                        ClockResumed.class,
                        AUTHOR + " CLOCK_RESUMED"),
                row(
                        "the author, of a calendar that moves the reply",
                        recalculated(true),
                        DeadlineRecalculated.class,
                        AUTHOR + " DEADLINE_MOVED"),
                row("nobody of a calendar that moves nothing", recalculated(false), DeadlineRecalculated.class),
                row(
                        "the agency, that the reply must be rewritten",
                        submitted().dispatched().then(at -> new ReplySentBack(ID, "请写明期限", at)),
                        ReplySentBack.class,
                        HANDLER + " REPLY_SENT_BACK"),
                row(
                        "the bureau, of a reply to check",
                        submitted().dispatched().then(at -> new ReplyApproved(ID, true, at)),
                        ReplyApproved.class,
                        BUREAU + " REPLY_TO_CONFIRM"),
                row(
                        "nobody of a reply that needs no check",
                        submitted().dispatched().then(at -> new ReplyApproved(ID, false, at)),
                        ReplyApproved.class),
                row("the author, of the answer", resolved(), PetitionResolved.class, AUTHOR + " RESOLVED"),
                row(
                        "the author and the agency, that it is not handled further",
                        submitted()
                                .dispatched()
                                .then(at -> new HandlingTerminated(ID, TerminationReason.NO_COOPERATION, "无法联系", at)),
                        HandlingTerminated.class,
                        AUTHOR + " TERMINATED",
                        HANDLER + " HANDLING_ENDED"),
                row(
                        "everybody who has it in hand, that it was withdrawn",
                        submitted()
                                .dispatched()
                                .then(at -> new CoHandlerAdded(ID, TRAFFIC, "涉及道路", at))
                                .then(at -> new PetitionWithdrawn(ID, "已解决", at)),
                        PetitionWithdrawn.class,
                        HANDLER + " HANDLING_ENDED",
                        "AGENCY_HANDLER:" + TRAFFIC + " HANDLING_ENDED"),
                row(
                        "the bureau, whom to call back",
                        resolved().then(at -> new CallbackRequired(ID, at, at)),
                        CallbackRequired.class,
                        BUREAU + " CALLBACK_REQUIRED"),
                row(
                        "the agency, that the rating counts",
                        resolved().then(at -> new EvaluationUpheld(ID, "评价属实", at)),
                        EvaluationUpheld.class,
                        HANDLER + " RATING_DECIDED"),
                row(
                        "the agency, that the rating does not count",
                        resolved().then(at -> new EvaluationExcluded(ID, "恶意差评", at)),
                        EvaluationExcluded.class,
                        HANDLER + " RATING_DECIDED"),
                row(
                        "the author, that it is handled again",
                        resolved().then(at -> new PetitionReopened(ID, 1, "回访未解决", at)),
                        PetitionReopened.class,
                        AUTHOR + " REOPENED"),
                row(
                        "the agency, that it has to handle it again",
                        resolved().then(at -> new PetitionReopened(ID, 1, "回访未解决", at)),
                        DeadlineSet.class,
                        HANDLER + " ASSIGNED",
                        HANDLER + " HANDLE_AGAIN"),
                row(
                        "the bureau, of a re-examination that is asked for",
                        resolved().then(at -> new ReexaminationRequested(ID, TOWN, sealed("x"), at)),
                        ReexaminationRequested.class,
                        BUREAU + " REEXAMINATION_REQUESTED"),
                row(
                        "the author, of the re-examination's opinion",
                        resolved().then(at -> new ReexaminationConcluded(ID, ReviewOutcome.UPHELD, "维持", at)),
                        ReexaminationConcluded.class,
                        AUTHOR + " REEXAMINATION_OPINION"),
                row(
                        "the bureau, of a review that is asked for",
                        resolved().then(at -> new ReviewRequested(ID, TOWN, sealed("x"), at)),
                        ReviewRequested.class,
                        BUREAU + " REVIEW_REQUESTED"),
                row(
                        "the author, of the review's opinion",
                        resolved().then(at -> new ReviewConcluded(ID, ReviewOutcome.CHANGED, "变更", at)),
                        ReviewConcluded.class,
                        AUTHOR + " REVIEW_OPINION"),
                row(
                        "the bureau and its leader, that the petition was not dispatched in time",
                        submitted().until("2023-03-08T09:00"),
                        RedAlertRaised.class,
                        BUREAU + " BUREAU_OVERDUE",
                        "BUREAU_LEADER RED_TO_LEADER"),
                row(
                        "the bureau and its leader, that a return was not decided in time",
                        submitted()
                                .dispatched()
                                .then(at -> new ReturnRequested(ID, HOUSING, "不属于职责", TRAFFIC, at))
                                .only(at -> new RedAlertRaised(ID, "D-ret-dec", at)),
                        RedAlertRaised.class,
                        BUREAU + " BUREAU_OVERDUE",
                        "BUREAU_LEADER RED_TO_LEADER"),
                row(
                        "the bureau alone, that a check was not done in time",
                        submitted()
                                .dispatched()
                                .then(at -> new ReplyApproved(ID, true, at))
                                .only(at -> new RedAlertRaised(ID, "D-review-bureau", at)),
                        RedAlertRaised.class,
                        BUREAU + " BUREAU_OVERDUE"),
                row(
                        "the bureau, that little time is left for its check",
                        submitted().dispatched().only(at -> new YellowAlertRaised(ID, "D-review-bureau", at, at)),
                        YellowAlertRaised.class,
                        BUREAU + " BUREAU_WARNED"),
                row(
                        "the supervisors, that the agency did not sign",
                        submitted().dispatched().until("2023-03-08T09:00"),
                        DeadlineMissed.class,
                        "SUPERVISOR SUPERVISION_TASK"),
                row(
                        "the agency and its leader, that it did not sign",
                        submitted().dispatched().until("2023-03-08T09:00"),
                        RedAlertRaised.class,
                        HANDLER + " OVERDUE",
                        LEADER + " OVERDUE"),
                row(
                        "the agency, that little time is left for the reply",
                        submitted().dispatched().only(at -> new YellowAlertRaised(ID, "D7", at, at)),
                        YellowAlertRaised.class,
                        HANDLER + " REMINDER"),
                row(
                        "the agency and its leader, of an electronic order where the reply is late",
                        submitted().dispatched().only(at -> new RedAlertRaised(ID, "D7", at)),
                        RedAlertRaised.class,
                        HANDLER + " ELECTRONIC_ORDER",
                        LEADER + " ELECTRONIC_ORDER"),
                row(
                        "the supervisors and the bureau's leader, of the ladder's first step; of the second the supervisors",
                        submitted().dispatched().until("2023-03-31T09:00"),
                        DeadlineEscalated.class,
                        "SUPERVISOR SUPERVISION_TASK",
                        "BUREAU_LEADER SUPERVISION_LISTED",
                        "SUPERVISOR CIRCULAR_DRAFT"),
                row(
                        "the bureau's leader, that a limit of the law is broken",
                        submitted().accepted().only(at -> new DeadlineMissed(ID, "D-60", at)),
                        DeadlineMissed.class,
                        "BUREAU_LEADER LEGAL_LIMIT_BROKEN"),
                row(
                        "the author, that the suggestion was selected",
                        resolved().only(at -> new SuggestionSelected(ID, "切实可行", at)),
                        SuggestionSelected.class,
                        AUTHOR + " SUGGESTION_SELECTED"),
                row(
                        "the author, how the suggestion is rewarded",
                        resolved().only(at -> new SuggestionRewarded(ID, RewardKind.PRAISE, "全市通报表扬", at)),
                        SuggestionRewarded.class,
                        AUTHOR + " SUGGESTION_REWARDED"),
                row(
                        "the author, what the suggestion became",
                        resolved()
                                .only(at -> new ConversionNoted(
                                        ID, new MeasureId("MEA-1"), "公交调整", "445224-101", MeasureState.UNDER_WAY, at)),
                        ConversionNoted.class,
                        AUTHOR + " SUGGESTION_CONVERTED"),
                row(
                        "nobody of an end that the archive brings",
                        resolved().then(at -> new PetitionArchived(ID, at)),
                        PetitionArchived.class));
    }

    private static History recalculated(boolean moves) {
        History history = submitted().dispatched();
        Deadline main = history.clock().main().orElseThrow().deadline();
        return history.only(at -> new DeadlineRecalculated(
                ID, main, moves ? main.dueAt().minusSeconds(86_400) : main.dueAt(), "放假通知", at));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void it_tells(Row row) {
        assertThat(row.history().told(row.type()).stream().map(told -> told.recipient() + " " + told.kind()))
                .containsExactlyElementsOf(row.told());
    }

    @Test
    void every_kind_of_notification_is_told_by_some_event() {
        String rows =
                String.join(" ", rows().flatMap(row -> row.told().stream()).toList());
        // Those of supervision orders, proposals and policies: OrderNotificationsTest, ProposalNotificationsTest,
        // PolicyNotificationsTest.
        assertThat(Arrays.stream(NotificationKind.values())
                        .map(NotificationKind::name)
                        .filter(kind ->
                                Stream.of("ORDER_", "PROPOSAL_", "POLICY_").noneMatch(kind::startsWith)))
                .allSatisfy(kind -> assertThat(rows).contains(" " + kind));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void one_event_tells_a_recipient_one_thing(Row row) {
        assertThat(row.history().told().stream().map(Notification::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void a_text_is_a_short_sentence_about_the_number_that_holds_nothing_sealed(Row row) {
        assertThat(row.history().told()).allSatisfy(told -> {
            assertThat(told.text().chinese())
                    .startsWith("留言 JY20230306000001")
                    .endsWith("。")
                    .doesNotContain("c2VhbGVk", "Sealed", "王", "null")
                    .hasSizeLessThan(300);
            assertThat(told.text().english())
                    .startsWith("Petition JY20230306000001")
                    .endsWith(".")
                    .doesNotContain("c2VhbGVk", "Sealed", "null");
        });
    }

    private static List<String> texts(History history, Class<? extends PetitionEvent> type) {
        return history.told(type).stream()
                .flatMap(told -> Stream.of(told.text().chinese(), told.text().english()))
                .toList();
    }

    @Test
    void an_assignment_names_its_due_moments() {
        assertThat(texts(submitted().dispatched(), DeadlineSet.class))
                .containsExactly(
                        "留言 JY20230306000001:交由你单位承办,签收时限 2023-03-07 24:00,办结时限 2023-03-15 24:00。",
                        "Petition JY20230306000001: it is assigned to you; sign by 2023-03-07 24:00;"
                                + " final reply by 2023-03-15 24:00.");
    }

    @Test
    void an_extension_is_told_with_the_new_moment_and_the_reason() {
        assertThat(texts(extended(), DeadlineChanged.class))
                .containsExactly(
                        "留言 JY20230306000001:一般件办结时限变更为 2023-03-20 24:00:须现场勘验。",
                        "Petition JY20230306000001: final reply, ordinary is now due 2023-03-20 24:00: 须现场勘验.");
    }

    @Test
    void a_successor_is_told_the_time_that_is_left() {
        assertThat(texts(
                        submitted().dispatched().then(at -> new LeadChanged(ID, HOUSING, TRAFFIC, "机构合并", at)),
                        LeadChanged.class))
                .first()
                .isEqualTo("留言 JY20230306000001:由 " + HOUSING + " 转来,由你单位主办,办结时限 2023-03-15 24:00。");
    }

    @Test
    void a_long_reason_is_cut() {
        String reason = "长".repeat(500);
        assertThat(texts(
                        submitted()
                                .then(at ->
                                        new PetitionNotAccepted(ID, NotAcceptedReason.ALREADY_CONCLUDED, reason, at)),
                        PetitionNotAccepted.class))
                .first()
                .isEqualTo("留言 JY20230306000001:不予受理(已有合法结论):" + "长".repeat(200) + "…");
    }

    @Test
    void of_an_accusation_nothing_but_the_number_is_told() {
        History accusation = submitted()
                .accepted(PetitionClass.ACCUSATION, TRAFFIC)
                .dispatchedTo(TOWN)
                .then(at -> new ReplySubmitted(ID, 1, "handler", ReplyOutcome.SUPPORTED, sealed("x"), "法", "证", at))
                .until("2023-03-31T09:00");
        assertThat(accusation.told()).hasSizeGreaterThan(8).allSatisfy(told -> {
            assertThat(told.text().chinese()).isEqualTo("留言 JY20230306000001。");
            assertThat(told.text().english()).isEqualTo("Petition JY20230306000001.");
        });
    }

    /** It is never dispatched there; this is the second lock. */
    @Test
    void an_accused_agency_and_those_under_it_are_told_nothing() {
        History accusation = submitted()
                .accepted(PetitionClass.ACCUSATION, TRAFFIC)
                .dispatchedTo(TOWN)
                .then(at -> new CoHandlerAdded(ID, HOUSING, "涉及住房", at))
                .until("2023-03-31T09:00");
        assertThat(accusation
                        .told(
                                PetitionEvent.class,
                                (code, superior) -> superior.equals(TRAFFIC)
                                        && List.of(TRAFFIC, TOWN).contains(code))
                        .stream()
                        .map(told -> told.recipient().toString()))
                .contains(AUTHOR, HANDLER)
                .noneMatch(recipient -> recipient.endsWith(TRAFFIC) || recipient.endsWith(TOWN));
    }

    @Test
    void history_that_is_brought_in_is_told_to_nobody() {
        assertThat(imported("2023-03-09T09:01").dispatched().told()).isEmpty();
        assertThat(imported("2023-03-09T09:00").dispatched().told())
                .as("what happened within three days is news")
                .hasSize(3);
    }

    @Test
    void what_was_posted_here_is_told_however_late_it_is_noticed() {
        assertThat(submitted().dispatched().until("2023-05-31T09:00").told(RedAlertRaised.class))
                .isNotEmpty();
    }

    @Test
    void an_id_follows_from_the_event_and_the_recipient() {
        List<Notification> once = submitted().dispatched().told();
        assertThat(submitted().dispatched().told()).isEqualTo(once);
        assertThat(once.stream().map(Notification::id)).allMatch(id -> id.matches("NTF-[0-9a-f]{32}"));
        assertThat(once.getFirst().at()).isEqualTo(moment("2023-03-06T09:00"));
    }
}
