package cn.huiying.shared.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.serialization.PolicyFiles;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PoliciesTest {

    private static final Instant NEW_YEAR = Some.at("2023-01-01T00:00");

    private final Policies policies = PolicyFiles.shipped().publish(Some.M.takingEffect(NEW_YEAR));

    @Test
    void the_platform_starts_with_the_limits_by_class() {
        assertThat(PolicyFiles.shipped().at(Some.at("2021-11-01T00:00"))).isEqualTo(Some.H);
    }

    @Test
    void a_policy_is_in_force_from_its_moment_until_the_next_ones() {
        assertThat(policies.at(NEW_YEAR.minusMillis(1))).isEqualTo(Some.H);
        assertThat(policies.at(NEW_YEAR).code()).isEqualTo("JY-1-3-5-7-15-M");
        assertThat(policies.at(NEW_YEAR.plusSeconds(1)).code()).isEqualTo("JY-1-3-5-7-15-M");
    }

    @Test
    void an_old_version_can_still_be_found() {
        assertThat(policies.byVersion("JY-1-3-5-7-15-H", 1)).isEqualTo(Some.H);
        assertThatThrownBy(() -> policies.byVersion("JY-1-3-5-7-15-H", 2))
                .isInstanceOf(Refused.class)
                .hasMessage("Version 2 of policy JY-1-3-5-7-15-H is not published.");
    }

    @Test
    void before_the_first_policy_none_is_in_force() {
        assertThatThrownBy(() -> policies.at(Instant.parse("2021-10-31T15:59:59Z")))
                .isInstanceOf(Refused.class)
                .hasMessage("No deadline policy is in force at 2021-10-31 23:59.");
        assertThatThrownBy(() -> Policies.NONE.at(NEW_YEAR)).isInstanceOf(Refused.class);
    }

    @Test
    void a_version_is_published_once() {
        Refused refused = catchThrowableOfType(
                Refused.class, () -> policies.publish(Some.H.takingEffect(NEW_YEAR.plusSeconds(1))));
        assertThat(refused.refusal().rule()).isEqualTo("policy-version-is-new");
        assertThat(refused.refusal().chinese()).isEqualTo("时限策略 JY-1-3-5-7-15-H 已发布第1版,新版本号须更大。");
        assertThat(refused)
                .hasMessage("Version 1 of policy JY-1-3-5-7-15-H is published; a new version needs a higher number.");
    }

    @Test
    void a_policy_takes_effect_after_the_newest_one() {
        for (Instant notLater : new Instant[] {NEW_YEAR, NEW_YEAR.minusSeconds(1)}) {
            Refused refused = catchThrowableOfType(
                    Refused.class,
                    () -> policies.publish(PolicyVersions.second(Some.H).takingEffect(notLater)));
            assertThat(refused.refusal().rule()).isEqualTo("policy-takes-effect-after-the-newest");
        }
        assertThat(policies.publish(PolicyVersions.second(Some.H).takingEffect(NEW_YEAR.plusSeconds(1)))
                        .at(NEW_YEAR.plusSeconds(1))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void a_version_that_was_cancelled_is_not_among_the_published_ones() {
        DeadlinePolicy second = PolicyVersions.second(Some.H).takingEffect(NEW_YEAR);
        Policies both = Policies.NONE
                .evolve(new DeadlinePolicyPublished(PolicySeriesId.CITY, Some.H, Some.H.effectiveFrom()))
                .evolve(new DeadlinePolicyPublished(PolicySeriesId.CITY, second, Some.H.effectiveFrom()));
        assertThat(both.published()).containsExactly(Some.H, second);
        assertThat(both.evolve(new DeadlinePolicyRetired(
                                PolicySeriesId.CITY, second.code(), second.version(), "暂缓", NEW_YEAR.minusSeconds(1)))
                        .published())
                .containsExactly(Some.H);
    }
}
