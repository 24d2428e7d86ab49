package cn.huiying.command.deadlinepolicy;

import static cn.huiying.command.common.CommandMetadata.IDEMPOTENCY_KEY;
import static cn.huiying.command.common.CommandMetadata.REQUEST_DIGEST;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.common.Refusals;
import cn.huiying.command.deadlinepolicy.publishing.PublishDeadlinePolicy;
import cn.huiying.command.deadlinepolicy.retiring.RetireDeadlinePolicy;
import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.deadline.DeadlinePolicyEvent;
import cn.huiying.shared.deadline.DeadlinePolicyPublished;
import cn.huiying.shared.deadline.DeadlinePolicyRetired;
import cn.huiying.shared.deadline.Policies;
import cn.huiying.shared.deadline.PolicySeriesId;
import cn.huiying.shared.serialization.PolicyFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class PolicySeriesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Instant NEW_YEAR = Instant.parse("2026-12-31T16:00:00Z");
    private static final DeadlinePolicy H = PolicyFiles.builtIn("JY-1-3-5-7-15-H", 1);
    private static final DeadlinePolicy M =
            PolicyFiles.builtIn("JY-1-3-5-7-15-M", 1).takingEffect(NEW_YEAR);

    private final AggregateTestFixture<PolicySeries> fixture = new AggregateTestFixture<>(PolicySeries.class);

    private static PublishDeadlinePolicy publishing(DeadlinePolicy policy) {
        return new PublishDeadlinePolicy(PolicySeriesId.CITY, policy, NOW);
    }

    private static DeadlinePolicyPublished published(DeadlinePolicy policy) {
        return new DeadlinePolicyPublished(PolicySeriesId.CITY, policy, NOW);
    }

    private static RetireDeadlinePolicy retiring(DeadlinePolicy policy, Instant at) {
        return new RetireDeadlinePolicy(PolicySeriesId.CITY, policy.code(), policy.version(), "暂缓实施", at);
    }

    private static DeadlinePolicyRetired retired(DeadlinePolicy policy, Instant at) {
        return new DeadlinePolicyRetired(PolicySeriesId.CITY, policy.code(), policy.version(), "暂缓实施", at);
    }

    @Test
    void the_first_policy_may_reach_back() {
        fixture.givenNoPriorActivity()
                .when(publishing(H))
                .expectEvents(published(H))
                .expectResultMessagePayload(Policies.NONE.publish(H));
    }

    @Test
    void a_later_policy_takes_effect_after_its_publication() {
        fixture.given(published(H)).when(publishing(M)).expectEvents(published(M));
        for (Instant notAfter : new Instant[] {NOW, NOW.minusMillis(1)}) {
            new AggregateTestFixture<>(PolicySeries.class)
                    .given(published(H))
                    .when(publishing(M.takingEffect(notAfter)))
                    .expectNoEvents()
                    .expectException(Refusals.by("only-the-first-policy-reaches-back"));
        }
        new AggregateTestFixture<>(PolicySeries.class)
                .given(published(H))
                .when(publishing(M.takingEffect(NOW.plusMillis(1))))
                .expectEvents(published(M.takingEffect(NOW.plusMillis(1))));
    }

    @Test
    void a_later_policy_takes_effect_after_the_newest_one() {
        fixture.given(published(M))
                .when(publishing(H.takingEffect(NEW_YEAR)))
                .expectNoEvents()
                .expectException(Refusals.by("policy-takes-effect-after-the-newest"));
    }

    @Test
    void the_same_version_with_the_same_content_changes_nothing() {
        fixture.given(published(H), published(M))
                .when(publishing(H))
                .expectNoEvents()
                .expectResultMessagePayload(Policies.NONE.publish(H).publish(M));
    }

    @Test
    void the_same_version_with_another_content_is_refused() {
        fixture.given(published(H), published(M))
                .when(publishing(M.takingEffect(NEW_YEAR.plus(Duration.ofDays(1)))))
                .expectNoEvents()
                .expectException(Refusals.by("policy-version-is-new"));
    }

    @Test
    void a_policy_can_be_cancelled_before_it_takes_effect_and_published_again() {
        fixture.given(published(H), published(M))
                .when(retiring(M, NEW_YEAR.minusMillis(1)))
                .expectEvents(retired(M, NEW_YEAR.minusMillis(1)))
                .expectResultMessagePayload(Policies.NONE.publish(H));
        DeadlinePolicy later = M.takingEffect(NEW_YEAR.plus(Duration.ofDays(31)));
        new AggregateTestFixture<>(PolicySeries.class)
                .given(published(H), published(M), retired(M, NOW))
                .when(publishing(later))
                .expectEvents(published(later));
    }

    @Test
    void a_policy_in_force_is_replaced_and_never_cancelled() {
        fixture.given(published(H), published(M))
                .when(retiring(M, NEW_YEAR))
                .expectNoEvents()
                .expectException(Refusals.by("a-policy-in-force-is-replaced"));
    }

    @Test
    void what_is_not_published_can_not_be_cancelled() {
        fixture.given(published(H))
                .when(retiring(M, NOW))
                .expectNoEvents()
                .expectException(Refusals.by("policy-is-published"));
        new AggregateTestFixture<>(PolicySeries.class)
                .givenNoPriorActivity()
                .when(retiring(M, NOW))
                .expectNoEvents()
                .expectException(Refusals.by("policy-is-published"));
    }

    @Test
    void a_repeated_request_is_answered_again() {
        fixture.registerCommandHandlerInterceptor(
                new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider(IDEMPOTENCY_KEY, REQUEST_DIGEST)));
        Map<String, String> request = Map.of(IDEMPOTENCY_KEY, "key", REQUEST_DIGEST, "one");
        fixture.given(published(H))
                .andGivenCommands(new GenericCommandMessage<>(publishing(M), request))
                .andGivenCommands(retiring(M, NOW))
                .when(publishing(M), request)
                .expectNoEvents()
                .expectResultMessagePayload(Policies.NONE.publish(H).publish(M));
    }

    @Test
    void the_policies_for_deciding_are_the_fold_of_their_stream() {
        InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
        DeadlinePolicies policies = new EventSourcedDeadlinePolicies(
                EmbeddedEventStore.builder().storageEngine(engine).build());
        assertThat(policies.current()).isEqualTo(Policies.NONE);
        append(engine, 0, published(H));
        append(engine, 1, published(M));
        assertThat(policies.current().at(NEW_YEAR)).isEqualTo(M);
        append(engine, 2, retired(M, NOW));
        assertThat(policies.current().at(NEW_YEAR)).isEqualTo(H);
    }

    private static void append(InMemoryEventStorageEngine engine, long sequence, DeadlinePolicyEvent event) {
        engine.appendEvents(
                new GenericDomainEventMessage<>("PolicySeries", PolicySeriesId.CITY.toString(), sequence, event));
    }
}
