package cn.huiying.command.petition;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.dispatching.CountyOfficerStaysInOwnCounty;
import cn.huiying.command.petition.recusing.NobodyWithADeclaredInterestHandlesIt;
import cn.huiying.command.petition.signing.OnlyLeadAgencyMayHandle;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import java.util.Arrays;

/** Who may send which command to which petition (domain 9.6): by role, then by authorship, agency or county. */
final class PetitionAccess {

    private PetitionAccess() {}

    static void check(Class<?> command, Actor actor, Stage stage) {
        checkRole(command, actor);
        checkPetition(actor, stage);
        NobodyWithADeclaredInterestHandlesIt.check(stage.facts().recused().contains(actor.id()));
        boolean takesPart = actor.agency() != null && !actor.agency().equals(stage.lead());
        if (takesPart && !PetitionActions.of(command).coHandlers()) {
            throw Refused.forbidden(
                    "only-the-lead-agency-may",
                    "您的单位是协办单位,不能执行“" + PetitionActions.of(command).chinese() + "”。",
                    "Your agency takes part in the handling; only the lead agency may do this.");
        }
    }

    static void checkRole(Class<?> command, Actor actor) {
        PetitionAction action = PetitionActions.of(command);
        if (!Arrays.asList(action.roles()).contains(actor.role())) {
            throw Refused.forbidden(
                    "role-may-not",
                    "您的角色不能执行“" + action.chinese() + "”。",
                    "Your role may not " + action.slug() + " a petition.");
        }
    }

    /** To whom the petition exists at all: its author, the agencies that handle it, the officers whose board it is on. */
    static void checkPetition(Actor actor, Stage stage) {
        switch (actor.role()) {
            case CITIZEN, ENTERPRISE -> checkAuthor(actor, stage.facts().author());
            case AGENCY_HANDLER, AGENCY_LEADER ->
                OnlyLeadAgencyMayHandle.check(
                        actor,
                        stage.isCoHandler(actor.agency()) ? actor.agency() : stage.lead() == null ? "" : stage.lead());
            case INTAKE_OFFICER, BUREAU_LEADER, SUPERVISOR, SYSTEM -> {}
            case COUNTY_OFFICER ->
                CountyOfficerStaysInOwnCounty.check(
                        actor, stage.facts().district(), stage.facts().board() == Board.COUNTY_LEADER);
            default -> throw unknown();
        }
    }

    /** Authors act on their own petitions only; to others these do not exist. */
    static void checkAuthor(Actor actor, AccountId author) {
        if (!AccountId.ofSubject(actor.id()).equals(author)) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return Refused.notFound("petition-not-found", "没有找到该留言。", "There is no such petition.");
    }
}
