package cn.huiying.command.petition;

import static cn.huiying.command.petition.Directory.HUILAI_HOUSING;
import static cn.huiying.command.petition.Directory.HUILAI_QUALITY_STATION;
import static cn.huiying.command.petition.Directory.HUILAI_TRAFFIC;
import static cn.huiying.command.petition.Directory.SUSPENDED;
import static cn.huiying.command.petition.Directory.UNLISTED;
import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.People.HANDLER;
import static cn.huiying.command.petition.People.LEADER;
import static cn.huiying.command.petition.People.OFFICER;
import static cn.huiying.command.petition.People.handlerOf;
import static cn.huiying.command.petition.People.leaderOf;
import static cn.huiying.command.petition.People.sealed;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.petition.cohandling.AddCoHandler;
import cn.huiying.command.petition.cohandling.ProposeCoHandler;
import cn.huiying.command.petition.cohandling.RemoveCoHandler;
import cn.huiying.command.petition.cohandling.ReportCoHandling;
import cn.huiying.shared.petition.CoHandlerAdded;
import cn.huiying.shared.petition.CoHandlerProposed;
import cn.huiying.shared.petition.CoHandlerRemoved;
import cn.huiying.shared.petition.CoHandlerReported;
import cn.huiying.shared.petition.CoHandlerSigned;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.rule.Refusal.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Row 13 of domain 9.4, and what co-handlers do. */
class CoHandlingTest {

    private static ProposeCoHandler propose(String agency, boolean release) {
        return new ProposeCoHandler(PETITION, MONDAY, agency, release, "需要其配合");
    }

    private static AddCoHandler add(String agency) {
        return new AddCoHandler(PETITION, MONDAY, agency, "同意");
    }

    private static RemoveCoHandler remove(String agency) {
        return new RemoveCoHandler(PETITION, MONDAY, agency, "同意");
    }

    private static ReportCoHandling report() {
        return new ReportCoHandling(PETITION, MONDAY, sealed("CoHandlerReported.text"));
    }

    @Test
    void the_lead_agency_proposes_a_co_handler_and_the_bureau_adds_it() {
        given(aPetition().handled())
                .when(propose(HUILAI_TRAFFIC, false), LEADER)
                .leadsTo(State.HANDLING, new CoHandlerProposed(PETITION, HUILAI_TRAFFIC, false, "需要其配合", MONDAY));
        given(aPetition().coHandlerProposed(HUILAI_TRAFFIC, false))
                .when(add(HUILAI_TRAFFIC), OFFICER)
                .leadsTo(State.HANDLING, new CoHandlerAdded(PETITION, HUILAI_TRAFFIC, "同意", MONDAY));
    }

    @Test
    void the_bureau_adds_nobody_whom_the_lead_agency_did_not_propose() {
        given(aPetition().handled())
                .when(add(HUILAI_TRAFFIC), OFFICER)
                .refusedBy("the-lead-agency-proposes-co-handlers");
        given(aPetition().coHandledBy(HUILAI_TRAFFIC))
                .when(remove(HUILAI_TRAFFIC), OFFICER)
                .refusedBy("the-lead-agency-proposes-co-handlers");
    }

    @Test
    void a_proposal_is_used_up_by_the_decision() {
        given(aPetition()
                        .coHandledBy(HUILAI_TRAFFIC)
                        .coHandlerProposed(HUILAI_TRAFFIC, true)
                        .then(new CoHandlerRemoved(PETITION, HUILAI_TRAFFIC, "同意", MONDAY)))
                .when(add(HUILAI_TRAFFIC), OFFICER)
                .refusedBy("the-lead-agency-proposes-co-handlers");
    }

    @Test
    void neither_the_lead_agency_nor_one_that_takes_part_already_is_added() {
        given(aPetition().handled())
                .when(propose(HUILAI_HOUSING, false), LEADER)
                .refusedBy("another-agency-takes-part");
        given(aPetition().coHandledBy(HUILAI_TRAFFIC))
                .when(propose(HUILAI_TRAFFIC, false), LEADER)
                .refusedBy("another-agency-takes-part");
    }

    @Test
    void a_suspended_or_unknown_agency_does_not_take_part() {
        given(aPetition().handled()).when(propose(SUSPENDED, false), LEADER).refusedBy("agency-takes-petitions");
        given(aPetition().handled()).when(propose(UNLISTED, false), LEADER).refusedBy("agency-is-listed");
    }

    @Test
    void the_accused_agency_and_those_under_it_do_not_take_part() {
        for (String agency : List.of(HUILAI_HOUSING, HUILAI_QUALITY_STATION)) {
            given(aPetition().accusing(HUILAI_HOUSING).handledBy(HUILAI_TRAFFIC))
                    .when(propose(agency, false), leaderOf(HUILAI_TRAFFIC))
                    .refusedBy("no-agency-that-is-the-accused");
        }
    }

    @Test
    void a_co_handler_is_released_as_the_lead_agency_proposed() {
        given(aPetition().coHandledBy(HUILAI_TRAFFIC).coHandlerProposed(HUILAI_TRAFFIC, true))
                .when(remove(HUILAI_TRAFFIC), OFFICER)
                .leadsTo(State.HANDLING, new CoHandlerRemoved(PETITION, HUILAI_TRAFFIC, "同意", MONDAY));
        given(aPetition().handled())
                .when(propose(HUILAI_TRAFFIC, true), LEADER)
                .refusedBy("only-a-co-handler-is-released");
    }

    @Test
    void a_co_handler_signs_for_its_part_once() {
        given(aPetition().coHandledBy(HUILAI_TRAFFIC))
                .when(Commands.sign(MONDAY), handlerOf(HUILAI_TRAFFIC))
                .leadsTo(State.HANDLING, new CoHandlerSigned(PETITION, HUILAI_TRAFFIC, MONDAY));
        given(aPetition().coHandledBy(HUILAI_TRAFFIC).coHandlerSigned(HUILAI_TRAFFIC))
                .when(Commands.sign(MONDAY), handlerOf(HUILAI_TRAFFIC))
                .refusedBy("co-handlers-sign-once");
    }

    @Test
    void a_co_handler_reports_when_it_has_signed() {
        given(aPetition().coHandledBy(HUILAI_TRAFFIC))
                .when(report(), handlerOf(HUILAI_TRAFFIC))
                .refusedBy("only-co-handlers-report");
        given(aPetition().handled()).when(report(), HANDLER).refusedBy("only-co-handlers-report");
        given(aPetition().coHandledBy(HUILAI_TRAFFIC).coHandlerSigned(HUILAI_TRAFFIC))
                .when(report(), handlerOf(HUILAI_TRAFFIC))
                .leadsTo(
                        State.HANDLING,
                        new CoHandlerReported(PETITION, HUILAI_TRAFFIC, sealed("CoHandlerReported.text"), MONDAY));
    }

    @Test
    void the_reply_waits_for_every_co_handler() {
        PetitionStory waiting = aPetition().coHandledBy(HUILAI_TRAFFIC).coHandlerSigned(HUILAI_TRAFFIC);
        given(waiting).when(Commands.reply(ReplyOutcome.SUPPORTED), HANDLER).refusedBy("all-co-handlers-reported");
        assertThat(given(waiting.coHandlerReported(HUILAI_TRAFFIC))
                        .when(Commands.reply(ReplyOutcome.SUPPORTED), HANDLER)
                        .events())
                .hasSize(1);
    }

    @Test
    void a_co_handler_does_not_do_what_is_the_lead_agencys() {
        given(aPetition().coHandledBy(HUILAI_TRAFFIC))
                .when(Commands.logContact(MONDAY), handlerOf(HUILAI_TRAFFIC))
                .refused(Kind.FORBIDDEN, "only-the-lead-agency-may");
    }

    @Test
    void after_reopening_every_co_handler_reports_anew() {
        PetitionStory reopened = aPetition()
                .coHandledBy(HUILAI_TRAFFIC)
                .coHandlerSigned(HUILAI_TRAFFIC)
                .coHandlerReported(HUILAI_TRAFFIC)
                .reopened();
        given(reopened).when(Commands.reply(ReplyOutcome.SUPPORTED), HANDLER).refusedBy("all-co-handlers-reported");
    }
}
