package cn.huiying.command.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiying.command.calendar.importing.ImportCalendarYear;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.deadlinepolicy.publishing.PublishDeadlinePolicy;
import cn.huiying.shared.deadline.Policies;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.serialization.PolicyFiles;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class ShippingTimeRulesTest {

    private WorkCalendar calendar = WorkCalendar.of(List.of());
    private Policies policies = Policies.NONE;
    private final List<Object> sent = new ArrayList<>();
    private final List<Actor> senders = new ArrayList<>();

    /** A door behind which every command is taken at once. */
    private class Taking extends CommandDoor {

        Taking() {
            super(null, null);
        }

        @Override
        public <R> R send(Object command, Actor actor, Map<String, ?> extra) {
            sent.add(command);
            senders.add(actor);
            switch (command) {
                case ImportCalendarYear year -> calendar = calendar.with(year.content());
                case PublishDeadlinePolicy policy -> policies = policies.publish(policy.policy());
                default -> throw new AssertionError(command);
            }
            return null;
        }
    }

    private void ship(CommandDoor door) {
        new ShippingTimeRules(door, () -> calendar, () -> policies, () -> Instant.parse("2026-11-24T02:00:00Z")).ship();
    }

    @Test
    void an_empty_log_gets_the_shipped_years_and_the_policy_in_force_since_the_launch_in_the_platforms_name() {
        ship(new Taking());
        assertThat(sent).hasSize(7);
        assertThat(senders).containsOnly(Actor.SYSTEM);
        assertThat(calendar.years()).isEqualTo(WorkCalendar.shipped().years());
        assertThat(policies.at(Instant.parse("2021-10-31T16:00:00Z")).code()).isEqualTo("JY-1-3-5-7-15-H");
    }

    @Test
    void a_second_start_sends_nothing() {
        ship(new Taking());
        sent.clear();
        ship(new Taking());
        assertThat(sent).isEmpty();
    }

    @Test
    void a_start_that_was_interrupted_is_completed() {
        calendar = WorkCalendar.of(WorkCalendar.shipped().years().subList(0, 2));
        ship(new Taking());
        assertThat(sent).hasSize(5);
        assertThat(calendar.years()).hasSize(6);
    }

    @Test
    void a_policy_the_bureau_chose_stays() {
        policies = Policies.NONE.publish(PolicyFiles.builtIn("JY-1-3-5-7-15-M", 1));
        ship(new Taking());
        assertThat(policies.published()).hasSize(1);
    }

    @Test
    void a_node_that_starts_at_the_same_moment_and_is_second_goes_on() {
        ship(new Taking() {
            @Override
            public <R> R send(Object command, Actor actor, Map<String, ?> extra) {
                super.send(command, actor, extra);
                throw new ConcurrencyException("the other node was first");
            }
        });
        assertThat(calendar.years()).hasSize(6);
        assertThat(policies.published()).hasSize(1);
    }

    @Test
    void a_start_without_its_rules_fails() {
        assertThatThrownBy(() -> ship(new Taking() {
                    @Override
                    public <R> R send(Object command, Actor actor, Map<String, ?> extra) {
                        throw new IllegalStateException("the log is read-only");
                    }
                }))
                .hasMessage("the log is read-only");
    }
}
