package cn.huiying.command.dossier;

import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.common.GivenAnswers;
import cn.huiying.shared.rule.Actor;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MetaData;

/** What holds for every command on a dossier: a repeated request is answered again, then who, then on which version. */
public final class DossierGuard<O> {

    private final DossierKind kind;
    private final GivenAnswers<O> answers = new GivenAnswers<>();

    public DossierGuard(DossierKind kind) {
        this.kind = kind;
    }

    public void remember(MetaData ofEvent, O answer) {
        answers.remember(ofEvent, answer);
    }

    /** @param stage null before the first event */
    public Object proceed(CommandMessage<?> command, InterceptorChain chain, DossierStage stage, LongSupplier version)
            throws Exception {
        MetaData metadata = command.getMetaData();
        Optional<O> answer = answers.to(metadata);
        if (answer.isPresent()) {
            return answer.get();
        }
        Actor actor = Actor.from(metadata);
        kind.requireRole(actor.role(), command.getPayloadType());
        if (stage == null) {
            return chain.proceed();
        }
        if (!stage.isKnownTo(actor)) {
            throw kind.unknown();
        }
        if (metadata.get(CommandMetadata.EXPECTED_VERSION) instanceof Number expected
                && expected.longValue() != version.getAsLong()) {
            throw kind.stale(version.getAsLong(), stage);
        }
        return chain.proceed();
    }
}
