package cn.huiying.shared.policy;

import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom a policy is for, or what an enterprise wants to hear of 政策标签; an empty list is everybody, or everything.
 *
 * @param districts  GB/T 2260 codes; that of a city stands for all of it
 * @param topics     of the listed ones
 */
public record PolicyTags(
        List<Industry> industries, List<EnterpriseSize> sizes, List<String> districts, List<String> topics) {

    /** For everybody. */
    public static final PolicyTags ALL = new PolicyTags(List.of(), List.of(), List.of(), List.of());

    /** Each value once, in order, so that what means the same is the same. */
    public PolicyTags {
        industries = once(industries);
        sizes = once(sizes);
        districts = once(districts);
        topics = once(topics);
    }

    private static <T extends Comparable<T>> List<T> once(List<T> values) {
        return values == null ? List.of() : values.stream().distinct().sorted().toList();
    }

    /** The profile of one enterprise; it says nothing of topics. */
    public static PolicyTags of(Industry industry, EnterpriseSize size, String district) {
        return new PolicyTags(List.of(industry), List.of(size), List.of(district), List.of());
    }

    /**
     * Which of these tags an enterprise with others fits by 按行业、规模精准推送 (广东省优化营商环境条例 Art. 44).
     *
     * @return empty where one side asks for what the other has not
     */
    public Optional<PolicyTags> meeting(PolicyTags other) {
        PolicyTags met = new PolicyTags(
                common(industries, other.industries),
                common(sizes, other.sizes),
                districts.stream()
                        .filter(one -> other.districts.stream()
                                .anyMatch(another -> covers(one, another) || covers(another, one)))
                        .toList(),
                common(topics, other.topics));
        boolean apart = apart(industries, other.industries, met.industries)
                || apart(sizes, other.sizes, met.sizes)
                || apart(districts, other.districts, met.districts)
                || apart(topics, other.topics, met.topics);
        return apart ? Optional.empty() : Optional.of(met);
    }

    private static <T> List<T> common(List<T> some, List<T> others) {
        return some.stream().filter(others::contains).toList();
    }

    private static boolean apart(Collection<?> some, Collection<?> others, Collection<?> common) {
        return !some.isEmpty() && !others.isEmpty() && common.isEmpty();
    }

    /** The codes under which a policy for a district can be found: its own, and that of its city. */
    public static Stream<String> covering(String district) {
        return Stream.of(district, district.substring(0, 4) + "00").distinct();
    }

    private static boolean covers(String wide, String district) {
        return covering(district).anyMatch(wide::equals);
    }
}
