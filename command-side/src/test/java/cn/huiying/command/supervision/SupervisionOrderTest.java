package cn.huiying.command.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.calendar.WorkCalendars;
import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.common.Refusals;
import cn.huiying.command.supervision.acknowledging.AcknowledgeSupervisionOrder;
import cn.huiying.command.supervision.answering.ReturnSupervisionFeedback;
import cn.huiying.command.supervision.answering.SubmitSupervisionFeedback;
import cn.huiying.command.supervision.cancelling.CancelSupervisionOrder;
import cn.huiying.command.supervision.completing.CompleteSupervisionOrder;
import cn.huiying.command.supervision.drafting.DraftSupervisionOrder;
import cn.huiying.command.supervision.escalating.EscalateSupervisionOrder;
import cn.huiying.command.supervision.handingover.HandOverOrder;
import cn.huiying.command.supervision.issuing.IssueSupervisionOrder;
import cn.huiying.command.supervision.recording.RecordOfflineSupervision;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.CircularIssued;
import cn.huiying.shared.supervision.DocumentId;
import cn.huiying.shared.supervision.InterviewHeld;
import cn.huiying.shared.supervision.ListedSupervisionClosed;
import cn.huiying.shared.supervision.ListedSupervisionOpened;
import cn.huiying.shared.supervision.OfflineSupervisionRecorded;
import cn.huiying.shared.supervision.SupervisionAcknowledged;
import cn.huiying.shared.supervision.SupervisionCancelled;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionCompleted;
import cn.huiying.shared.supervision.SupervisionEscalated;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.supervision.SupervisionFeedbackSubmitted;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionHandedOver;
import cn.huiying.shared.supervision.SupervisionOrderDrafted;
import cn.huiying.shared.supervision.SupervisionOrderId;
import cn.huiying.shared.supervision.SupervisionOrderIssued;
import cn.huiying.shared.supervision.SupervisionReturned;
import cn.huiying.shared.supervision.SupervisionState;
import cn.huiying.shared.supervision.SupervisionTrigger;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SupervisionOrderTest {

    private static final SupervisionOrderId ID = new SupervisionOrderId("ORD-1");
    private static final PetitionId PETITION = KnownPetitions.PETITION;
    private static final PetitionId ACCUSATION = KnownPetitions.ACCUSATION;
    private static final String AGENCY = TwoAgencies.AGENCY;
    private static final String OTHER = TwoAgencies.OTHER;
    private static final DocumentId DOCUMENT = DocumentId.of("a".repeat(64));

    /** Friday before the week of the National Day holidays. */
    private static final Instant NOW = Instant.parse("2022-09-30T02:00:00Z");

    private static final Actor SUPERVISOR = new Actor("s", Role.SUPERVISOR, null, null);
    private static final Actor HANDLER = new Actor("h", Role.AGENCY_HANDLER, AGENCY, null);

    /** 24:00 of the so-manieth working day; the eighth and ninth of October are worked. */
    private static final Map<Integer, Instant> END = Map.of(
            1, Instant.parse("2022-10-08T16:00:00Z"),
            3, Instant.parse("2022-10-10T16:00:00Z"),
            5, Instant.parse("2022-10-12T16:00:00Z"),
            10, Instant.parse("2022-10-19T16:00:00Z"));

    private static TestExecutor<SupervisionOrder> given(SupervisionEvent... events) {
        return fixture().given((Object[]) events);
    }

    private static AggregateTestFixture<SupervisionOrder> fixture() {
        return fixture(new TwoAgencies());
    }

    private static AggregateTestFixture<SupervisionOrder> fixture(TwoAgencies agencies) {
        AggregateTestFixture<SupervisionOrder> fixture = new AggregateTestFixture<>(SupervisionOrder.class);
        fixture.registerInjectableResource((WorkCalendars) WorkCalendar::shipped);
        fixture.registerInjectableResource(agencies);
        fixture.registerInjectableResource(new KnownPetitions());
        return fixture;
    }

    private static SupervisionOrderDrafted drafted(
            SupervisionForm form, SupervisionChannel channel, PetitionId... about) {
        return new SupervisionOrderDrafted(
                ID, form, channel, SupervisionTrigger.OVERDUE, AGENCY, List.of(about), "超期未答复", NOW);
    }

    private static DraftSupervisionOrder draft(SupervisionForm form, String agency, PetitionId... about) {
        return new DraftSupervisionOrder(
                ID, NOW, form, SupervisionChannel.ONLINE, SupervisionTrigger.OVERDUE, agency, List.of(about), "超期未答复");
    }

    private static IssueSupervisionOrder issue(SupervisionForm form, String conference, Integer workdays) {
        return new IssueSupervisionOrder(ID, NOW, form, null, "三日内办结并答复", conference, workdays);
    }

    private static SupervisionOrderIssued issued(SupervisionForm form, String conference, int workdays) {
        return new SupervisionOrderIssued(
                ID, AGENCY, form, SupervisionChannel.ONLINE, "三日内办结并答复", conference, END.get(workdays), NOW);
    }

    private static EscalateSupervisionOrder escalate(SupervisionForm form, String conference) {
        return new EscalateSupervisionOrder(ID, NOW, form, null, "仍未办结", conference, null);
    }

    private static RecordOfflineSupervision record(Instant heldAt) {
        return new RecordOfflineSupervision(ID, NOW, "督办科二人、葵潭镇分管领导", heldAt, "葵潭镇政府", DOCUMENT);
    }

    private static final SupervisionAcknowledged ACKNOWLEDGED = new SupervisionAcknowledged(ID, AGENCY, NOW);

    private static SupervisionFeedbackSubmitted answered(int round) {
        return new SupervisionFeedbackSubmitted(ID, AGENCY, round, "已办结", null, NOW);
    }

    private static final SupervisionReturned RETURNED = new SupervisionReturned(ID, AGENCY, "未说明原因", END.get(3), NOW);

    /** What brings an order into each state. */
    private static List<SupervisionEvent> road(SupervisionState state, SupervisionChannel channel) {
        SupervisionForm form = SupervisionForm.E_ORDER;
        List<SupervisionEvent> road = new ArrayList<>();
        road.add(drafted(form, channel));
        SupervisionOrderIssued issued =
                new SupervisionOrderIssued(ID, AGENCY, form, channel, "三日内办结并答复", null, END.get(3), NOW);
        switch (state) {
            case DRAFT -> {}
            case ISSUED -> road.add(issued);
            case ACKNOWLEDGED -> road.addAll(List.of(issued, ACKNOWLEDGED));
            case FEEDBACK_SUBMITTED -> road.addAll(List.of(issued, ACKNOWLEDGED, answered(1)));
            case RETURNED -> road.addAll(List.of(issued, ACKNOWLEDGED, answered(1), RETURNED));
            case ESCALATED ->
                road.addAll(List.of(
                        issued,
                        new SupervisionEscalated(
                                ID, AGENCY, form, SupervisionForm.LETTER, channel, "仍未办结", null, END.get(5), NOW)));
            case COMPLETED ->
                road.addAll(
                        List.of(issued, ACKNOWLEDGED, answered(1), new SupervisionCompleted(ID, AGENCY, "已解决", NOW)));
            case CANCELLED -> road.add(new SupervisionCancelled(ID, null, "重复", NOW));
        }
        return road;
    }

    private static final Map<String, Object> COMMANDS = Map.of(
            "issue", issue(null, null, null),
            "acknowledge", new AcknowledgeSupervisionOrder(ID, NOW),
            "submit-feedback", new SubmitSupervisionFeedback(ID, NOW, "已办结", null),
            "return-feedback", new ReturnSupervisionFeedback(ID, NOW, "未说明原因", null),
            "escalate", escalate(SupervisionForm.ON_SITE, null),
            "record-offline", record(NOW),
            "complete", new CompleteSupervisionOrder(ID, NOW, "已解决"),
            "cancel", new CancelSupervisionOrder(ID, NOW, "重复"));

    private static final Set<String> BY_THE_AGENCY = Set.of("acknowledge", "submit-feedback");

    /** The procedure of domain 9.5, written down a second time. */
    private static Set<String> allowed(SupervisionState state) {
        return switch (state) {
            case DRAFT -> Set.of("issue", "cancel");
            case ISSUED, ESCALATED -> Set.of("acknowledge", "escalate", "record-offline", "cancel");
            case ACKNOWLEDGED, RETURNED -> Set.of("submit-feedback", "escalate", "record-offline", "cancel");
            case FEEDBACK_SUBMITTED -> Set.of("return-feedback", "complete", "escalate", "record-offline", "cancel");
            case COMPLETED, CANCELLED -> Set.of();
        };
    }

    static Stream<Object[]> statesAndCommands() {
        return Arrays.stream(SupervisionState.values())
                .flatMap(state -> COMMANDS.keySet().stream().map(slug -> new Object[] {state, slug}));
    }

    @ParameterizedTest
    @MethodSource("statesAndCommands")
    void a_command_is_taken_in_the_states_that_allow_it_and_else_the_allowed_ones_are_told(
            SupervisionState state, String slug) {
        // Offline, so that what was done can be put on record; and it is on record where the order is to end.
        List<SupervisionEvent> road = road(state, SupervisionChannel.OFFLINE);
        if (slug.equals("complete") && state == SupervisionState.FEEDBACK_SUBMITTED) {
            road.add(new OfflineSupervisionRecorded(ID, "督办科", NOW, "葵潭镇政府", DOCUMENT, NOW));
        }
        var result = given(road.toArray(SupervisionEvent[]::new))
                .when(COMMANDS.get(slug), (BY_THE_AGENCY.contains(slug) ? HANDLER : SUPERVISOR).asMetadata());
        if (allowed(state).contains(slug)) {
            result.expectSuccessfulHandlerExecution();
        } else if (state == SupervisionState.DRAFT && BY_THE_AGENCY.contains(slug)) {
            result.expectNoEvents().expectException(Refusals.by("order-not-found"));
        } else {
            result.expectNoEvents().expectException(Refusals.by("not-in-this-state"));
            assertThat(allowedBy(state, slug)).isEqualTo(allowed(state));
        }
    }

    private static Set<String> allowedBy(SupervisionState state, String slug) {
        OrderStage stage = null;
        for (SupervisionEvent event : road(state, SupervisionChannel.OFFLINE)) {
            stage = OrderStage.evolve(stage, event);
        }
        try {
            SupervisionKind.ORDER.require(stage, COMMANDS.get(slug), Void.class);
            throw new AssertionError("nothing is a Void");
        } catch (Refused e) {
            return Set.copyOf(e.refusal().allowed());
        }
    }

    @Test
    void an_agency_that_never_had_the_petition_is_not_supervised_for_it() {
        fixture()
                .givenNoPriorActivity()
                .when(draft(SupervisionForm.E_ORDER, OTHER, PETITION), SUPERVISOR.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("only-an-involved-agency-is-supervised"));
        fixture()
                .givenNoPriorActivity()
                .when(draft(SupervisionForm.E_ORDER, AGENCY, PETITION), SUPERVISOR.asMetadata())
                .expectEvents(drafted(SupervisionForm.E_ORDER, SupervisionChannel.ONLINE, PETITION));
        fixture()
                .givenNoPriorActivity()
                .when(draft(SupervisionForm.E_ORDER, OTHER), SUPERVISOR.asMetadata())
                .expectSuccessfulHandlerExecution();
        fixture()
                .givenNoPriorActivity()
                .when(draft(SupervisionForm.E_ORDER, "445224-999"), SUPERVISOR.asMetadata())
                .expectException(Refusals.by("agency-is-listed"));
    }

    @Test
    void drafting_an_order_again_changes_nothing() {
        given(drafted(SupervisionForm.E_ORDER, SupervisionChannel.ONLINE))
                .when(draft(SupervisionForm.LETTER, AGENCY), SUPERVISOR.asMetadata())
                .expectNoEvents()
                .expectResultMessagePayload(new SupervisionOutcome(ID, 0, SupervisionState.DRAFT));
    }

    @Test
    void an_accusation_is_never_handed_to_the_media() {
        fixture()
                .givenNoPriorActivity()
                .when(draft(SupervisionForm.MEDIA, AGENCY, ACCUSATION), SUPERVISOR.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("no-accusation-goes-to-the-media"));
        given(drafted(SupervisionForm.E_ORDER, SupervisionChannel.ONLINE, ACCUSATION))
                .when(issue(SupervisionForm.MEDIA, null, null), SUPERVISOR.asMetadata())
                .expectException(Refusals.by("no-accusation-goes-to-the-media"));
        given(
                        drafted(SupervisionForm.E_ORDER, SupervisionChannel.ONLINE, ACCUSATION),
                        issued(SupervisionForm.E_ORDER, null, 3))
                .when(escalate(SupervisionForm.MEDIA, null), SUPERVISOR.asMetadata())
                .expectException(Refusals.by("no-accusation-goes-to-the-media"));
    }

    @ParameterizedTest
    @EnumSource(SupervisionForm.class)
    void what_only_the_joint_conference_decides_needs_its_reference(SupervisionForm form) {
        boolean conference = Set.of(
                        SupervisionForm.INTERVIEW,
                        SupervisionForm.CIRCULAR,
                        SupervisionForm.LISTED,
                        SupervisionForm.RECTIFICATION)
                .contains(form);
        var issuing = given(drafted(SupervisionForm.REMINDER, SupervisionChannel.ONLINE))
                .when(issue(form, null, null), SUPERVISOR.asMetadata());
        var escalating = given(
                        drafted(SupervisionForm.REMINDER, SupervisionChannel.ONLINE),
                        issued(
                                form == SupervisionForm.REMINDER ? SupervisionForm.PHONE : SupervisionForm.REMINDER,
                                null,
                                3))
                .when(escalate(form, null), SUPERVISOR.asMetadata());
        if (conference) {
            issuing.expectNoEvents().expectException(Refusals.by("only-the-joint-conference-decides"));
            escalating.expectNoEvents().expectException(Refusals.by("only-the-joint-conference-decides"));
        } else {
            issuing.expectSuccessfulHandlerExecution();
            escalating.expectSuccessfulHandlerExecution();
        }
    }

    @Test
    void the_agency_has_as_many_working_days_as_the_form_gives_or_the_order_says() {
        for (var form :
                Map.of(SupervisionForm.E_ORDER, 3, SupervisionForm.LETTER, 5).entrySet()) {
            given(drafted(form.getKey(), SupervisionChannel.ONLINE))
                    .when(issue(null, null, null), SUPERVISOR.asMetadata())
                    .expectEvents(issued(form.getKey(), null, form.getValue()));
        }
        given(drafted(SupervisionForm.E_ORDER, SupervisionChannel.ONLINE))
                .when(issue(null, null, 1), SUPERVISOR.asMetadata())
                .expectEvents(issued(SupervisionForm.E_ORDER, null, 1));
        given(road(SupervisionState.FEEDBACK_SUBMITTED, SupervisionChannel.ONLINE)
                        .toArray(SupervisionEvent[]::new))
                .when(new ReturnSupervisionFeedback(ID, NOW, "未说明原因", null), SUPERVISOR.asMetadata())
                .expectEvents(RETURNED);
    }

    @Test
    void a_listed_matter_is_listed_until_the_order_ends_or_goes_on_otherwise() {
        SupervisionOrderIssued listed = issued(SupervisionForm.LISTED, "揭信联〔2022〕3号", 10);
        ListedSupervisionOpened opened = new ListedSupervisionOpened(ID, AGENCY, NOW);
        ListedSupervisionClosed closed = new ListedSupervisionClosed(ID, NOW);
        SupervisionOrderDrafted drafted = drafted(SupervisionForm.E_ORDER, SupervisionChannel.ONLINE);
        given(drafted)
                .when(issue(SupervisionForm.LISTED, "揭信联〔2022〕3号", null), SUPERVISOR.asMetadata())
                .expectEvents(listed, opened);
        given(drafted, listed, opened, ACKNOWLEDGED, answered(1))
                .when(new CompleteSupervisionOrder(ID, NOW, "已解决"), SUPERVISOR.asMetadata())
                .expectEvents(closed, new SupervisionCompleted(ID, AGENCY, "已解决", NOW));
        given(drafted, listed, opened)
                .when(new CancelSupervisionOrder(ID, NOW, "重复"), SUPERVISOR.asMetadata())
                .expectEvents(closed, new SupervisionCancelled(ID, AGENCY, "重复", NOW));
        given(drafted, listed, opened)
                .when(escalate(SupervisionForm.CIRCULAR, "揭信联〔2022〕4号"), SUPERVISOR.asMetadata())
                .expectEvents(
                        closed,
                        new SupervisionEscalated(
                                ID,
                                AGENCY,
                                SupervisionForm.LISTED,
                                SupervisionForm.CIRCULAR,
                                SupervisionChannel.ONLINE,
                                "仍未办结",
                                "揭信联〔2022〕4号",
                                END.get(3),
                                NOW),
                        new CircularIssued(ID, AGENCY, NOW));
    }

    @Test
    void an_escalation_changes_the_form() {
        given(drafted(SupervisionForm.E_ORDER, SupervisionChannel.ONLINE), issued(SupervisionForm.E_ORDER, null, 3))
                .when(escalate(SupervisionForm.E_ORDER, null), SUPERVISOR.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("an-escalation-changes-the-form"));
    }

    @Test
    void an_offline_order_ends_once_what_was_done_is_on_record() {
        SupervisionEvent[] answered = road(SupervisionState.FEEDBACK_SUBMITTED, SupervisionChannel.OFFLINE)
                .toArray(SupervisionEvent[]::new);
        given(answered)
                .when(new CompleteSupervisionOrder(ID, NOW, "已解决"), SUPERVISOR.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("an-offline-order-is-on-record"));
        given(answered)
                .when(record(NOW.minusSeconds(60)), SUPERVISOR.asMetadata())
                .expectEvents(new OfflineSupervisionRecorded(
                        ID, "督办科二人、葵潭镇分管领导", NOW.minusSeconds(60), "葵潭镇政府", DOCUMENT, NOW));
        given(answered)
                .when(record(NOW.plusMillis(1)), SUPERVISOR.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("only-what-was-done-is-recorded"));
        given(road(SupervisionState.ISSUED, SupervisionChannel.ONLINE).toArray(SupervisionEvent[]::new))
                .when(record(NOW), SUPERVISOR.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("only-an-offline-order-is-recorded"));
    }

    @Test
    void an_interview_that_is_on_record_was_held() {
        given(
                        drafted(SupervisionForm.INTERVIEW, SupervisionChannel.OFFLINE),
                        new SupervisionOrderIssued(
                                ID,
                                AGENCY,
                                SupervisionForm.INTERVIEW,
                                SupervisionChannel.OFFLINE,
                                "约谈",
                                "揭信联〔2022〕3号",
                                END.get(3),
                                NOW))
                .when(record(NOW), SUPERVISOR.asMetadata())
                .expectEvents(
                        new OfflineSupervisionRecorded(ID, "督办科二人、葵潭镇分管领导", NOW, "葵潭镇政府", DOCUMENT, NOW),
                        new InterviewHeld(ID, NOW, NOW));
    }

    @ParameterizedTest
    @EnumSource(SupervisionState.class)
    void the_successor_of_a_merged_agency_answers_until_the_order_has_ended(SupervisionState state) {
        boolean ended = allowed(state).isEmpty();
        SupervisionEvent[] road = road(state, SupervisionChannel.ONLINE).toArray(SupervisionEvent[]::new);
        SupervisionHandedOver handedOver =
                new SupervisionHandedOver(ID, AGENCY, OTHER, state != SupervisionState.DRAFT, NOW);
        AggregateTestFixture<SupervisionOrder> merged = fixture(new TwoAgencies().merged());
        merged.given((Object[]) road)
                .when(new HandOverOrder(ID, NOW), Actor.SYSTEM.asMetadata())
                .expectEvents(ended ? new Object[0] : new Object[] {handedOver});
        given(road).when(new HandOverOrder(ID, NOW), Actor.SYSTEM.asMetadata()).expectNoEvents();
    }

    @Test
    void what_was_handed_over_is_answered_by_the_successor_alone() {
        SupervisionEvent[] road = {
            drafted(SupervisionForm.E_ORDER, SupervisionChannel.ONLINE),
            issued(SupervisionForm.E_ORDER, null, 3),
            new SupervisionHandedOver(ID, AGENCY, OTHER, true, NOW)
        };
        given(road)
                .when(new AcknowledgeSupervisionOrder(ID, NOW), HANDLER.asMetadata())
                .expectException(Refusals.by("order-not-found"));
        given(road)
                .when(
                        new AcknowledgeSupervisionOrder(ID, NOW),
                        new Actor("o", Role.AGENCY_HANDLER, OTHER, null).asMetadata())
                .expectEvents(new SupervisionAcknowledged(ID, OTHER, NOW));
    }

    @Test
    void an_order_about_an_accusation_does_not_go_over_to_the_accused() {
        SupervisionOrderDrafted drafted = drafted(SupervisionForm.E_ORDER, SupervisionChannel.ONLINE, ACCUSATION);
        fixture(new TwoAgencies().merged())
                .given(drafted)
                .when(new HandOverOrder(ID, NOW), Actor.SYSTEM.asMetadata())
                .expectNoEvents();
    }

    @Test
    void each_answer_has_the_next_round() {
        given(road(SupervisionState.RETURNED, SupervisionChannel.ONLINE).toArray(SupervisionEvent[]::new))
                .when(new SubmitSupervisionFeedback(ID, NOW, "已办结", null), HANDLER.asMetadata())
                .expectEvents(answered(2));
    }

    @Test
    void another_agency_does_not_know_of_the_order() {
        given(road(SupervisionState.ISSUED, SupervisionChannel.ONLINE).toArray(SupervisionEvent[]::new))
                .when(
                        new AcknowledgeSupervisionOrder(ID, NOW),
                        new Actor("o", Role.AGENCY_LEADER, OTHER, null).asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("order-not-found"));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_supervisors_and_bureau_leaders_supervise_and_only_agencies_answer(Role role) {
        boolean supervises = role == Role.SUPERVISOR || role == Role.BUREAU_LEADER;
        boolean answers = role == Role.AGENCY_HANDLER || role == Role.AGENCY_LEADER;
        Actor actor = new Actor("x", role, answers ? AGENCY : null, null);
        COMMANDS.forEach((slug, command) -> {
            SupervisionState state =
                    switch (slug) {
                        case "issue" -> SupervisionState.DRAFT;
                        case "return-feedback", "complete" -> SupervisionState.FEEDBACK_SUBMITTED;
                        case "submit-feedback" -> SupervisionState.ACKNOWLEDGED;
                        default -> SupervisionState.ISSUED;
                    };
            List<SupervisionEvent> road = road(state, SupervisionChannel.OFFLINE);
            road.add(new OfflineSupervisionRecorded(ID, "督办科", NOW, "葵潭镇政府", DOCUMENT, NOW));
            var result = given(road.toArray(SupervisionEvent[]::new)).when(command, actor.asMetadata());
            if (BY_THE_AGENCY.contains(slug) ? answers : supervises) {
                result.expectSuccessfulHandlerExecution();
            } else {
                result.expectNoEvents().expectException(Refusals.by("role-may-not"));
            }
        });
    }

    @Test
    void who_saw_an_older_version_looks_again() {
        given(road(SupervisionState.ISSUED, SupervisionChannel.ONLINE).toArray(SupervisionEvent[]::new))
                .when(
                        new CancelSupervisionOrder(ID, NOW, "重复"),
                        MetaData.from(SUPERVISOR.asMetadata()).and(CommandMetadata.EXPECTED_VERSION, 0L))
                .expectNoEvents()
                .expectException(Refusals.by("stale-version"));
    }
}
