package cn.huiying.command.policy;

import cn.huiying.command.dossier.DossierStage;
import cn.huiying.command.policy.interpreting.InterpretPolicy;
import cn.huiying.command.policy.superseding.APolicyDoesNotSupersedeItself;
import cn.huiying.command.policy.superseding.ASuccessorComesAfter;
import cn.huiying.command.policy.superseding.ASuccessorStands;
import cn.huiying.command.policy.superseding.SupersedePolicy;
import cn.huiying.command.policy.tagging.TagPolicy;
import cn.huiying.command.policy.withdrawing.WithdrawPolicy;
import cn.huiying.shared.policy.PolicyEvent;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyInterpreted;
import cn.huiying.shared.policy.PolicyPublished;
import cn.huiying.shared.policy.PolicyState;
import cn.huiying.shared.policy.PolicySuperseded;
import cn.huiying.shared.policy.PolicyTagged;
import cn.huiying.shared.policy.PolicyWithdrawn;
import cn.huiying.shared.rule.Actor;
import java.util.List;
import java.util.function.Function;

/** What became of a policy, and what may be done with it then. Pure. */
sealed interface PolicyStage extends DossierStage {

    PolicyFacts facts();

    @Override
    PolicyState state();

    @Override
    default String stateText() {
        return state().chinese();
    }

    @Override
    default boolean isKnownTo(Actor actor) {
        return true;
    }

    /** What is read as a policy, though perhaps an old one. */
    sealed interface Withdrawable extends PolicyStage {

        default PolicyEvent withdraw(WithdrawPolicy command) {
            return new PolicyWithdrawn(command.policyId(), command.reason(), command.at());
        }
    }

    /** It stands, within its validity. */
    record Published(PolicyFacts facts) implements Withdrawable {

        @Override
        public PolicyState state() {
            return PolicyState.PUBLISHED;
        }

        PolicyEvent interpret(InterpretPolicy command) {
            return new PolicyInterpreted(command.policyId(), command.title(), command.text(), command.at());
        }

        List<PolicyEvent> tag(TagPolicy command) {
            return command.tags().equals(facts.tags())
                    ? List.of()
                    : List.of(new PolicyTagged(command.policyId(), command.tags(), command.at()));
        }

        /** @param library every other policy by its id */
        PolicyEvent supersede(SupersedePolicy command, Function<PolicyId, PolicyStage> library) {
            APolicyDoesNotSupersedeItself.check(command.policyId(), command.by());
            PolicyStage successor = library.apply(command.by());
            ASuccessorStands.check(command.by(), successor.state());
            ASuccessorComesAfter.check(PolicyFacts.IN_TIME.compare(facts, successor.facts()) < 0);
            return new PolicySuperseded(command.policyId(), command.by(), command.at());
        }
    }

    record Superseded(PolicyFacts facts, PolicyId by) implements Withdrawable {

        @Override
        public PolicyState state() {
            return PolicyState.SUPERSEDED;
        }
    }

    record Withdrawn(PolicyFacts facts) implements PolicyStage {

        @Override
        public PolicyState state() {
            return PolicyState.WITHDRAWN;
        }
    }

    /** @param stage null before the first event */
    static PolicyStage evolve(PolicyStage stage, PolicyEvent event) {
        return switch (event) {
            case PolicyPublished e -> new Published(PolicyFacts.of(e));
            case PolicyInterpreted e -> stage;
            case PolicyTagged e -> new Published(stage.facts().tagged(e.tags()));
            case PolicySuperseded e -> new Superseded(stage.facts(), e.by());
            case PolicyWithdrawn e -> new Withdrawn(stage.facts());
        };
    }
}
