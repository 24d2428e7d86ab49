package cn.huiying.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huiying.shared.policy.PolicyEvent;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyPublished;
import cn.huiying.shared.policy.PolicySuperseded;
import cn.huiying.shared.policy.PolicyTags;
import cn.huiying.shared.policy.PolicyWithdrawn;
import cn.huiying.shared.rule.Refused;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class EventSourcedPoliciesTest {

    private static final PolicyId ID = new PolicyId("POL-1");

    /** Still the evening of 30 June in UTC, but 1 July in Jieyang. */
    private static final Instant AFTER_JUNE = Instant.parse("2023-06-30T16:00:00Z");

    private static final Instant JUNE = AFTER_JUNE.minusSeconds(1);

    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final EventSourcedPolicies policies = new EventSourcedPolicies(
            EmbeddedEventStore.builder().storageEngine(engine).build());
    private long sequence;

    EventSourcedPoliciesTest() {
        append(new PolicyPublished(
                ID,
                "稳岗补贴",
                null,
                "省政府",
                null,
                "正文",
                PolicyTags.ALL,
                LocalDate.of(2022, 12, 1),
                LocalDate.of(2023, 6, 30),
                Instant.EPOCH));
    }

    private void append(PolicyEvent event) {
        engine.appendEvents(new GenericDomainEventMessage<>("PolicyItem", ID.toString(), sequence++, event));
    }

    private Refused refusal(PolicyId policy, Instant at) {
        return catchThrowableOfType(Refused.class, () -> policies.requireOpenToInquiries(policy, at));
    }

    @Test
    void one_asks_about_a_policy_that_stands_until_the_end_of_its_last_day() {
        assertThatCode(() -> policies.requireOpenToInquiries(ID, JUNE)).doesNotThrowAnyException();

        assertThat(refusal(ID, AFTER_JUNE).refusal().rule()).isEqualTo("an-inquiry-is-about-a-policy-that-stands");
        assertThat(refusal(ID, AFTER_JUNE)).hasMessageContaining("valid until 2023-06-30");
    }

    @Test
    void one_does_not_ask_about_what_was_superseded_and_is_told_by_what() {
        append(new PolicySuperseded(ID, new PolicyId("POL-2"), Instant.EPOCH));

        assertThat(refusal(ID, JUNE)).hasMessageContaining("superseded by POL-2");
    }

    @Test
    void one_does_not_ask_about_what_was_withdrawn() {
        append(new PolicyWithdrawn(ID, "误发", Instant.EPOCH));

        assertThat(refusal(ID, JUNE)).hasMessageContaining("withdrawn");
    }

    @Test
    void one_does_not_ask_about_what_is_not_there() {
        assertThat(refusal(new PolicyId("POL-9"), JUNE).refusal().rule()).isEqualTo("policy-is-in-the-library");
    }
}
