package cn.huiying.command.erasure;

import cn.huiying.command.dossier.CommandCheck;
import cn.huiying.shared.erasure.FindPetitionsInHand;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/** Asks the read model before an erasure is asked for: the log knows petitions by their own ids only. */
class NoPetitionInHand implements CommandCheck {

    private final QueryGateway queries;

    NoPetitionInHand(QueryGateway queries) {
        this.queries = queries;
    }

    @Override
    public void check(Object command) {
        if (command instanceof RequestErasure request) {
            NothingIsErasedWhileAPetitionIsInHand.check(queries.query(
                            new FindPetitionsInHand(request.subject()), ResponseTypes.multipleInstancesOf(String.class))
                    .join());
        }
    }
}
