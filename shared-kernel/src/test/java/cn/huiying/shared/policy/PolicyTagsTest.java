package cn.huiying.shared.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTagsTest {

    private static final PolicyTags SMALL_FACTORY =
            PolicyTags.of(Industry.MANUFACTURING, EnterpriseSize.SMALL, "445224");

    private static PolicyTags tags(
            List<Industry> industries, List<EnterpriseSize> sizes, List<String> districts, List<String> topics) {
        return new PolicyTags(industries, sizes, districts, topics);
    }

    @Test
    void a_policy_for_everybody_fits_everybody_and_by_no_tag() {
        assertThat(PolicyTags.ALL.meeting(SMALL_FACTORY)).contains(PolicyTags.ALL);
    }

    @Test
    void an_enterprise_fits_by_the_tags_it_shares_and_a_profile_says_nothing_of_topics() {
        PolicyTags policy = tags(
                List.of(Industry.INFORMATION, Industry.MANUFACTURING),
                List.of(EnterpriseSize.SMALL, EnterpriseSize.MICRO),
                List.of("445224", "445281"),
                List.of("融资支持"));

        assertThat(policy.meeting(SMALL_FACTORY))
                .contains(tags(
                        List.of(Industry.MANUFACTURING), List.of(EnterpriseSize.SMALL), List.of("445224"), List.of()));
    }

    @Test
    void one_tag_that_is_not_shared_is_enough_not_to_fit() {
        assertThat(tags(List.of(Industry.MANUFACTURING), List.of(EnterpriseSize.LARGE), List.of(), List.of())
                        .meeting(SMALL_FACTORY))
                .isEmpty();
        assertThat(tags(List.of(), List.of(), List.of(), List.of("融资支持"))
                        .meeting(tags(List.of(), List.of(), List.of(), List.of("人才用工"))))
                .isEmpty();
    }

    @Test
    void the_city_stands_for_all_of_its_districts_on_either_side() {
        PolicyTags ofTheCity = tags(List.of(), List.of(), List.of("445200"), List.of());
        PolicyTags ofACounty = tags(List.of(), List.of(), List.of("445224"), List.of());

        assertThat(ofTheCity.meeting(ofACounty)).contains(ofTheCity);
        assertThat(ofACounty.meeting(ofTheCity)).contains(ofACounty);
        assertThat(ofACounty.meeting(tags(List.of(), List.of(), List.of("445281"), List.of())))
                .isEmpty();
    }

    @Test
    void the_same_tags_in_another_order_are_the_same() {
        assertThat(tags(
                        List.of(Industry.INFORMATION, Industry.MANUFACTURING, Industry.MANUFACTURING),
                        null,
                        null,
                        null))
                .isEqualTo(
                        tags(List.of(Industry.MANUFACTURING, Industry.INFORMATION), List.of(), List.of(), List.of()));
    }
}
