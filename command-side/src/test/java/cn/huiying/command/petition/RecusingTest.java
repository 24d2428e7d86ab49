package cn.huiying.command.petition;

import static cn.huiying.command.petition.Directory.HUILAI_HOUSING;
import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.People.HANDLER;
import static cn.huiying.command.petition.People.OFFICER;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.petition.recusing.DeclareRecusal;
import cn.huiying.shared.petition.RecusalDeclared;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import org.junit.jupiter.api.Test;

/** Recusal 回避 (信访工作条例 Art. 28). */
class RecusingTest {

    @Test
    void who_has_an_interest_stays_away_from_then_on() {
        given(aPetition().handled())
                .when(new DeclareRecusal(PETITION, MONDAY, "亲属关系"), HANDLER)
                .leadsTo(State.HANDLING, new RecusalDeclared(PETITION, HANDLER.id(), "亲属关系", MONDAY));
        given(aPetition().recused(HANDLER))
                .when(Commands.logContact(MONDAY), HANDLER)
                .refusedBy("nobody-with-a-declared-interest-handles-it");
    }

    @Test
    void a_colleague_goes_on() {
        Actor colleague = new Actor("colleague", Role.AGENCY_HANDLER, HUILAI_HOUSING, null);
        assertThat(given(aPetition().recused(HANDLER))
                        .when(Commands.logContact(MONDAY), colleague)
                        .events())
                .hasSize(1);
    }

    @Test
    void an_officer_of_the_bureau_stays_away_too() {
        given(aPetition().recused(OFFICER).replied())
                .when(Commands.returnReply(), OFFICER)
                .refusedBy("nobody-with-a-declared-interest-handles-it");
    }
}
