package cn.huiying.command.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.calendar.WorkCalendars;
import cn.huiying.command.common.Refusals;
import cn.huiying.command.deadlinepolicy.DeadlinePolicies;
import cn.huiying.command.supervision.handingover.HandOverProposal;
import cn.huiying.command.supervision.proposing.IssueProposal;
import cn.huiying.command.supervision.proposing.SubmitProposalFeedback;
import cn.huiying.command.supervision.proposing.WithdrawProposal;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.serialization.PolicyFiles;
import cn.huiying.shared.supervision.Adoption;
import cn.huiying.shared.supervision.ProposalEvent;
import cn.huiying.shared.supervision.ProposalFeedbackReceived;
import cn.huiying.shared.supervision.ProposalHandedOver;
import cn.huiying.shared.supervision.ProposalId;
import cn.huiying.shared.supervision.ProposalIssued;
import cn.huiying.shared.supervision.ProposalKind;
import cn.huiying.shared.supervision.ProposalState;
import cn.huiying.shared.supervision.ProposalWithdrawn;
import cn.huiying.shared.supervision.SupervisionOrderId;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProposalTest {

    private static final ProposalId ID = new ProposalId("PRO-1");
    private static final SupervisionOrderId ORDER = new SupervisionOrderId("ORD-1");
    private static final String AGENCY = TwoAgencies.AGENCY;
    private static final String OTHER = TwoAgencies.OTHER;
    private static final Instant NOW = Instant.parse("2022-09-01T02:00:00Z");

    /** The thirtieth day, 1 October, and the six after it are days of rest; the eighth is a Saturday that is worked. */
    private static final Instant DUE = Instant.parse("2022-10-08T16:00:00Z");

    private static final Actor LEADER = new Actor("l", Role.BUREAU_LEADER, null, null);
    private static final Actor HANDLER = new Actor("h", Role.AGENCY_HANDLER, AGENCY, null);

    private static final ProposalIssued ISSUED = issued(DUE, List.of(KnownPetitions.PETITION), List.of(ORDER), NOW);
    private static final ProposalFeedbackReceived ANSWERED =
            new ProposalFeedbackReceived(ID, AGENCY, Adoption.ADOPTED, "已修订巡查制度", null, null, NOW);
    private static final ProposalWithdrawn WITHDRAWN = new ProposalWithdrawn(ID, AGENCY, "情况已变", NOW);

    private static ProposalIssued issued(
            Instant due, List<PetitionId> petitions, List<SupervisionOrderId> orders, Instant at) {
        return new ProposalIssued(ID, ProposalKind.IMPROVE_WORK, AGENCY, "路灯巡查", "建议每周巡查。", petitions, orders, due, at);
    }

    private static TestExecutor<Proposal> given(ProposalEvent... events) {
        return fixture(new TwoAgencies()).given((Object[]) events);
    }

    private static AggregateTestFixture<Proposal> fixture(TwoAgencies agencies) {
        AggregateTestFixture<Proposal> fixture = new AggregateTestFixture<>(Proposal.class);
        fixture.registerInjectableResource((WorkCalendars) WorkCalendar::shipped);
        fixture.registerInjectableResource((DeadlinePolicies) PolicyFiles::shipped);
        fixture.registerInjectableResource(agencies);
        fixture.registerInjectableResource(new KnownPetitions());
        fixture.registerInjectableResource((SupervisionOrders) order -> {
            if (!order.equals(ORDER)) {
                throw Refused.byRule("order-not-found", "没有。", "None.");
            }
        });
        return fixture;
    }

    private static IssueProposal issue(
            String agency, List<PetitionId> petitions, List<SupervisionOrderId> orders, Instant at) {
        return new IssueProposal(ID, at, ProposalKind.IMPROVE_WORK, agency, "路灯巡查", "建议每周巡查。", petitions, orders);
    }

    private static SubmitProposalFeedback answer(Adoption adoption, String reasons) {
        return new SubmitProposalFeedback(ID, NOW, adoption, "已修订巡查制度", reasons, null);
    }

    private static ProposalEvent[] road(ProposalState state) {
        return switch (state) {
            case ISSUED -> new ProposalEvent[] {ISSUED};
            case ANSWERED -> new ProposalEvent[] {ISSUED, ANSWERED};
            case WITHDRAWN -> new ProposalEvent[] {ISSUED, WITHDRAWN};
        };
    }

    private static final Map<String, Object> COMMANDS = Map.of(
            "submit-feedback", answer(Adoption.ADOPTED, null), "withdraw", new WithdrawProposal(ID, NOW, "情况已变"));

    private static Actor sender(String slug) {
        return slug.equals("withdraw") ? LEADER : HANDLER;
    }

    static Stream<Object[]> statesAndCommands() {
        return Arrays.stream(ProposalState.values())
                .flatMap(state -> COMMANDS.keySet().stream().map(slug -> new Object[] {state, slug}));
    }

    @ParameterizedTest
    @MethodSource("statesAndCommands")
    void a_proposal_is_answered_or_withdrawn_while_it_stands_and_else_what_is_allowed_is_told(
            ProposalState state, String slug) {
        var result = given(road(state)).when(COMMANDS.get(slug), sender(slug).asMetadata());
        if (state == ProposalState.ISSUED) {
            result.expectEvents(slug.equals("withdraw") ? WITHDRAWN : ANSWERED);
        } else {
            result.expectNoEvents().expectException(Refusals.by("not-in-this-state"));
        }
        ProposalStage stage = null;
        for (ProposalEvent event : road(state)) {
            stage = ProposalStage.evolve(stage, event);
        }
        try {
            SupervisionKind.PROPOSAL.require(stage, COMMANDS.get(slug), Void.class);
        } catch (Refused e) {
            assertThat(Set.copyOf(e.refusal().allowed()))
                    .isEqualTo(state == ProposalState.ISSUED ? COMMANDS.keySet() : Set.of());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2022-09-01T02:00:00Z, 2022-10-08T16:00:00Z",
        "2022-09-02T02:00:00Z, 2022-10-08T16:00:00Z",
        "2022-10-11T02:00:00Z, 2022-11-10T16:00:00Z"
    })
    void the_agency_has_thirty_days_and_until_the_next_working_day(String at, String due) {
        Instant moment = Instant.parse(at);
        fixture(new TwoAgencies())
                .givenNoPriorActivity()
                .when(issue(AGENCY, List.of(KnownPetitions.PETITION), List.of(ORDER), moment), LEADER.asMetadata())
                .expectEvents(issued(Instant.parse(due), List.of(KnownPetitions.PETITION), List.of(ORDER), moment));
    }

    @Test
    void a_proposal_comes_from_petitions_or_orders_that_are_there() {
        var fresh = fixture(new TwoAgencies()).givenNoPriorActivity();
        fresh.when(issue(AGENCY, null, List.of(), NOW), LEADER.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("a-proposal-has-its-ground"));
        fresh.when(issue(AGENCY, List.of(KnownPetitions.NONE), null, NOW), LEADER.asMetadata())
                .expectException(Refusals.by("petition-not-found"));
        fresh.when(issue(AGENCY, null, List.of(new SupervisionOrderId("ORD-2")), NOW), LEADER.asMetadata())
                .expectException(Refusals.by("order-not-found"));
        fresh.when(issue("445224-999", null, List.of(ORDER), NOW), LEADER.asMetadata())
                .expectException(Refusals.by("agency-is-listed"));
        fresh.when(issue(OTHER, null, List.of(ORDER, ORDER), NOW), LEADER.asMetadata())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void an_accused_agency_does_not_hear_of_the_accusation() {
        fixture(new TwoAgencies())
                .givenNoPriorActivity()
                .when(issue(OTHER, List.of(KnownPetitions.ACCUSATION), null, NOW), LEADER.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("no-proposal-tells-the-accused"));
        fixture(new TwoAgencies().merged())
                .given(issued(DUE, List.of(KnownPetitions.ACCUSATION), List.of(), NOW))
                .when(new HandOverProposal(ID, NOW), Actor.SYSTEM.asMetadata())
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"ADOPTED, , true", "ADOPTED, 无, true", "PARTLY_ADOPTED, , false", "NOT_ADOPTED, , false"})
    void who_does_not_adopt_it_wholly_says_why(Adoption adoption, String reasons, boolean taken) {
        var result = given(ISSUED).when(answer(adoption, reasons), HANDLER.asMetadata());
        if (taken) {
            result.expectSuccessfulHandlerExecution();
        } else {
            result.expectNoEvents().expectException(Refusals.by("reasons-are-given-unless-adopted"));
            given(ISSUED)
                    .when(answer(adoption, "预算不足"), HANDLER.asMetadata())
                    .expectEvents(new ProposalFeedbackReceived(ID, AGENCY, adoption, "已修订巡查制度", "预算不足", null, NOW));
        }
    }

    @Test
    void another_agency_does_not_know_of_the_proposal() {
        given(ISSUED)
                .when(answer(Adoption.ADOPTED, null), new Actor("o", Role.AGENCY_LEADER, OTHER, null).asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("proposal-not-found"));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_the_bureaus_leader_proposes_and_only_agencies_answer(Role role) {
        boolean agency = role == Role.AGENCY_HANDLER || role == Role.AGENCY_LEADER;
        Actor actor = new Actor("x", role, agency ? AGENCY : null, null);
        COMMANDS.forEach((slug, command) -> {
            var result = given(ISSUED).when(command, actor.asMetadata());
            if (slug.equals("withdraw") ? role == Role.BUREAU_LEADER : agency) {
                result.expectSuccessfulHandlerExecution();
            } else {
                result.expectNoEvents().expectException(Refusals.by("role-may-not"));
            }
        });
        var issuing = fixture(new TwoAgencies())
                .givenNoPriorActivity()
                .when(issue(AGENCY, null, List.of(ORDER), NOW), actor.asMetadata());
        if (role == Role.BUREAU_LEADER) {
            issuing.expectSuccessfulHandlerExecution();
        } else {
            issuing.expectNoEvents().expectException(Refusals.by("role-may-not"));
        }
    }

    @ParameterizedTest
    @EnumSource(ProposalState.class)
    void the_successor_of_a_merged_agency_answers(ProposalState state) {
        ProposalHandedOver handedOver = new ProposalHandedOver(ID, AGENCY, OTHER, NOW);
        fixture(new TwoAgencies().merged())
                .given((Object[]) road(state))
                .when(new HandOverProposal(ID, NOW), Actor.SYSTEM.asMetadata())
                .expectEvents(state == ProposalState.ISSUED ? new Object[] {handedOver} : new Object[0]);
        given(ISSUED, handedOver)
                .when(answer(Adoption.ADOPTED, null), new Actor("o", Role.AGENCY_LEADER, OTHER, null).asMetadata())
                .expectEvents(new ProposalFeedbackReceived(ID, OTHER, Adoption.ADOPTED, "已修订巡查制度", null, null, NOW));
        given(ISSUED, handedOver)
                .when(answer(Adoption.ADOPTED, null), HANDLER.asMetadata())
                .expectException(Refusals.by("proposal-not-found"));
    }
}
