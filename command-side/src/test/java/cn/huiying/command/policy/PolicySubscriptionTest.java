package cn.huiying.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.account.AccountStanding;
import cn.huiying.command.account.Accounts;
import cn.huiying.command.account.EnterpriseStanding;
import cn.huiying.command.common.Refusals;
import cn.huiying.command.policy.pushing.PushPolicy;
import cn.huiying.command.policy.subscribing.SubscribeToPolicies;
import cn.huiying.command.policy.subscribing.UnsubscribeFromPolicies;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.account.Verification;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyPublished;
import cn.huiying.shared.policy.PolicyPushed;
import cn.huiying.shared.policy.PolicySubscriptionChanged;
import cn.huiying.shared.policy.PolicySubscriptionEvent;
import cn.huiying.shared.policy.PolicySubscriptionId;
import cn.huiying.shared.policy.PolicyTags;
import cn.huiying.shared.policy.PolicyWithdrawn;
import cn.huiying.shared.policy.PushReason;
import cn.huiying.shared.rule.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class PolicySubscriptionTest {

    private static final AccountId ACCOUNT = new AccountId("ACC-factory");
    private static final PolicySubscriptionId ID = PolicySubscriptionId.of(ACCOUNT);
    private static final PolicyId POLICY = new PolicyId("POL-1");
    private static final PolicyId WITHDRAWN = new PolicyId("POL-2");
    private static final Instant NOW = Instant.parse("2023-03-06T01:00:00Z");
    private static final PolicyTags TAGS =
            new PolicyTags(List.of(Industry.MANUFACTURING), List.of(), List.of(), List.of("融资支持"));

    private static final PolicySubscriptionEvent SUBSCRIBED = new PolicySubscriptionChanged(ID, ACCOUNT, TAGS, NOW);
    private static final PolicySubscriptionEvent PUSHED =
            new PolicyPushed(ID, ACCOUNT, POLICY, PushReason.SUBSCRIPTION, TAGS, NOW);

    private static AccountStanding account(boolean enterprise, boolean cancelled) {
        return new AccountStanding(
                true,
                null,
                null,
                true,
                "2023-01",
                false,
                cancelled,
                null,
                null,
                0,
                enterprise
                        ? new EnterpriseStanding(null, null, null, null, null, null, Verification.PENDING, null)
                        : null);
    }

    private static PolicyStage stage(PolicyId id) {
        PolicyStage published = PolicyStage.evolve(
                null,
                new PolicyPublished(
                        id, "稳岗补贴", null, "省政府", null, "正文", PolicyTags.ALL, LocalDate.of(2023, 1, 1), null, NOW));
        return id.equals(WITHDRAWN) ? PolicyStage.evolve(published, new PolicyWithdrawn(id, "误发", NOW)) : published;
    }

    private static TestExecutor<PolicySubscription> given(AccountStanding account, PolicySubscriptionEvent... events) {
        AggregateTestFixture<PolicySubscription> fixture = new AggregateTestFixture<>(PolicySubscription.class);
        fixture.registerInjectableResource((Accounts) id -> account);
        fixture.registerInjectableResource((PolicyStages) policy -> Optional.of(stage(policy)));
        return fixture.given((Object[]) events);
    }

    private static PushPolicy push(PolicyId policy) {
        return new PushPolicy(ID, NOW, ACCOUNT, policy, PushReason.SUBSCRIPTION, TAGS);
    }

    @Test
    void an_enterprise_that_is_not_verified_yet_subscribes_and_the_same_again_changes_nothing() {
        SubscribeToPolicies command = new SubscribeToPolicies(ID, NOW, ACCOUNT, TAGS);
        given(account(true, false))
                .when(command, Actor.SYSTEM.asMetadata())
                .expectEvents(SUBSCRIBED)
                .expectResultMessagePayload(new PolicySubscriptionAnswer(TAGS));
        given(account(true, false), SUBSCRIBED)
                .when(command, Actor.SYSTEM.asMetadata())
                .expectNoEvents();
    }

    @Test
    void nobody_else_subscribes() {
        for (AccountStanding account : List.of(account(false, false), account(true, true))) {
            given(account)
                    .when(new SubscribeToPolicies(ID, NOW, ACCOUNT, TAGS), Actor.SYSTEM.asMetadata())
                    .expectNoEvents()
                    .expectException(Refusals.by("only-a-registered-enterprise-subscribes"));
        }
    }

    @Test
    void who_subscribed_unsubscribes_once() {
        UnsubscribeFromPolicies command = new UnsubscribeFromPolicies(ID, NOW, ACCOUNT);
        PolicySubscriptionChanged ended = new PolicySubscriptionChanged(ID, ACCOUNT, null, NOW);
        given(account(true, false), SUBSCRIBED)
                .when(command, Actor.SYSTEM.asMetadata())
                .expectEvents(ended)
                .expectResultMessagePayload(new PolicySubscriptionAnswer(null));
        given(account(true, false), SUBSCRIBED, ended)
                .when(command, Actor.SYSTEM.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("there-is-a-subscription"));
    }

    @Test
    void a_policy_is_brought_once_whatever_it_fits_by_the_second_time() {
        given(account(true, false))
                .when(push(POLICY), Actor.SYSTEM.asMetadata())
                .expectEvents(PUSHED);
        given(account(true, false), PUSHED)
                .when(
                        new PushPolicy(ID, NOW, ACCOUNT, POLICY, PushReason.PROFILE, PolicyTags.ALL),
                        Actor.SYSTEM.asMetadata())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_was_withdrawn_meanwhile_is_brought_to_nobody_and_nothing_to_a_cancelled_account() {
        given(account(true, false))
                .when(push(WITHDRAWN), Actor.SYSTEM.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("only-a-policy-that-stands-is-pushed"));
        given(account(true, true))
                .when(push(POLICY), Actor.SYSTEM.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("only-a-registered-enterprise-subscribes"));
    }

    @Test
    void an_enterprise_is_brought_what_it_asked_for_and_once_verified_what_fits_its_profile() {
        PolicyTags ofFactories = new PolicyTags(List.of(Industry.MANUFACTURING), null, null, null);
        PolicyTags ofInns = new PolicyTags(List.of(Industry.HOSPITALITY), null, null, null);
        Interested factory = new Interested(ACCOUNT, null, false, null)
                .profiled(Industry.MANUFACTURING, EnterpriseSize.SMALL, "445224", false);

        assertThat(factory.push(POLICY, ofFactories, NOW)).as("not verified").isEmpty();
        assertThat(factory.found(true).push(POLICY, ofFactories, NOW))
                .contains(new PushPolicy(ID, NOW, ACCOUNT, POLICY, PushReason.PROFILE, ofFactories));
        assertThat(factory.found(true).push(POLICY, ofInns, NOW)).isEmpty();
        Interested withInns = factory.found(true).subscribed(ofInns);
        assertThat(withInns.push(POLICY, ofInns, NOW))
                .contains(new PushPolicy(ID, NOW, ACCOUNT, POLICY, PushReason.SUBSCRIPTION, ofInns));
        assertThat(withInns.push(POLICY, ofFactories, NOW))
                .contains(new PushPolicy(ID, NOW, ACCOUNT, POLICY, PushReason.PROFILE, ofFactories));
        assertThat(factory.found(true)
                        .profiled(null, EnterpriseSize.SMALL, "445224", true)
                        .push(POLICY, ofFactories, NOW))
                .as("what is not known fits nothing")
                .isEmpty();
    }
}
