package cn.huiying.query.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Ranked;
import cn.huiying.query.common.Recorded;
import cn.huiying.query.policy.PolicyIndex.Facet;
import cn.huiying.query.policy.PolicyIndex.Filter;
import cn.huiying.query.policy.PolicyIndex.Hit;
import cn.huiying.query.policy.PolicyIndex.Order;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.policy.PolicyEvent;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyInterpreted;
import cn.huiying.shared.policy.PolicyPublished;
import cn.huiying.shared.policy.PolicyState;
import cn.huiying.shared.policy.PolicySuperseded;
import cn.huiying.shared.policy.PolicyTagged;
import cn.huiying.shared.policy.PolicyTags;
import cn.huiying.shared.policy.PolicyWithdrawn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LucenePolicyIndexTest {

    private static final LocalDate DAY = LocalDate.of(2023, 6, 1);
    private static final Instant NOW = Instant.parse("2023-03-06T01:00:00Z");
    private static final PolicyTags TAGS = new PolicyTags(
            List.of(Industry.MANUFACTURING), List.of(EnterpriseSize.SMALL), List.of("445224"), List.of("融资支持"));

    @TempDir
    Path folder;

    private LucenePolicyIndex index;
    private final Map<PolicyId, Long> versions = new HashMap<>();
    private long position;

    @BeforeEach
    void open() {
        index = new LucenePolicyIndex(folder);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private static PolicyId id(int n) {
        return new PolicyId("POL-" + n);
    }

    private static PolicyPublished published(int n, String title, PolicyTags tags, LocalDate from, LocalDate until) {
        return new PolicyPublished(
                id(n), title, "445224-101", null, "揭府〔2023〕" + n + "号", "正文", tags, from, until, NOW.plusSeconds(n));
    }

    private static PolicyPublished published(int n, PolicyTags tags) {
        return published(n, "稳岗补贴", tags, DAY, null);
    }

    private void happen(PolicyEvent... events) {
        for (PolicyEvent event : events) {
            LibraryPolicy before = index.load(Set.of(event.policyId())).get(event.policyId());
            long version = versions.merge(event.policyId(), 1L, Long::sum);
            index.save(List.of(LibraryPolicy.evolve(before, new Recorded<>(event, version, ++position))), position);
        }
    }

    private static Filter filter(PolicyStatus... statuses) {
        return new Filter(
                null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.copyOf(Arrays.asList(statuses)), DAY);
    }

    private static Filter text(String text) {
        return new Filter(text, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), DAY);
    }

    private List<Integer> found(Filter filter) {
        return index.page(filter, Order.PUBLISHED, null, false, 100).stream()
                .map(hit -> Integer.parseInt(hit.policy().id().value().substring(4)))
                .toList();
    }

    @Test
    void a_policy_is_all_that_happened_to_it_and_nothing_changes_what_is_folded_in_already() {
        List<PolicyEvent> events = List.of(
                published(1, PolicyTags.ALL),
                new PolicyInterpreted(id(1), "怎样申领", "先登记", NOW),
                new PolicyTagged(id(1), TAGS, NOW),
                new PolicySuperseded(id(1), id(2), NOW),
                new PolicyWithdrawn(id(1), "依据已废止", NOW));
        LibraryPolicy policy = null;
        for (int i = 0; i < events.size(); i++) {
            Recorded<PolicyEvent> recorded = new Recorded<>(events.get(i), i, i + 10);
            policy = LibraryPolicy.evolve(policy, recorded);
            assertThat(LibraryPolicy.evolve(policy, recorded)).isSameAs(policy);
        }
        assertThat(policy.tags()).isEqualTo(TAGS);
        assertThat(policy.interpretations()).containsExactly(new LibraryPolicy.Interpretation("怎样申领", "先登记", NOW));
        assertThat(policy.supersededBy()).isEqualTo(id(2));
        assertThat(policy.state()).isEqualTo(PolicyState.WITHDRAWN);
        assertThat(policy.history())
                .extracting(LibraryPolicy.Happening::event)
                .containsExactly(
                        "PolicyPublished", "PolicyInterpreted", "PolicyTagged", "PolicySuperseded", "PolicyWithdrawn");
        assertThat(policy.order()).isEqualTo(10);
    }

    @Test
    void a_policy_for_everybody_is_on_the_list_of_each_tag() {
        happen(published(1, PolicyTags.ALL), published(2, TAGS), published(3, TAGS));
        happen(new PolicyTagged(id(3), new PolicyTags(List.of(Industry.FINANCE), null, List.of("445200"), null), NOW));
        Filter all = filter();

        assertThat(found(all)).containsExactly(3, 2, 1);
        assertThat(found(new Filter(
                        null, Set.of(Industry.MANUFACTURING), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), DAY)))
                .containsExactly(2, 1);
        assertThat(found(new Filter(
                        null, Set.of(), Set.of(EnterpriseSize.LARGE), Set.of(), Set.of(), Set.of(), Set.of(), DAY)))
                .containsExactly(3, 1);
        assertThat(found(new Filter(null, Set.of(), Set.of(), Set.of("445224"), Set.of(), Set.of(), Set.of(), DAY)))
                .as("the city stands for all of it")
                .containsExactly(3, 2, 1);
        assertThat(found(new Filter(null, Set.of(), Set.of(), Set.of("445281"), Set.of(), Set.of(), Set.of(), DAY)))
                .containsExactly(3, 1);
        assertThat(found(new Filter(null, Set.of(), Set.of(), Set.of(), Set.of("融资支持"), Set.of(), Set.of(), DAY)))
                .containsExactly(3, 2, 1);
        assertThat(index.facets(all, Set.of(Facet.INDUSTRY, Facet.AGENCY, Facet.STATUS)))
                .isEqualTo(Map.of(
                        Facet.INDUSTRY,
                        Map.of("all", 1L, "MANUFACTURING", 1L, "FINANCE", 1L),
                        Facet.AGENCY,
                        Map.of("445224-101", 3L),
                        Facet.STATUS,
                        Map.of("valid", 3L)));
    }

    @ParameterizedTest
    @EnumSource(PolicyStatus.class)
    void the_index_and_the_answer_agree_on_what_a_status_is(PolicyStatus status) {
        Random random = new Random(5);
        for (int n = 1; n <= 60; n++) {
            LocalDate from = DAY.plusDays(random.nextInt(5) - 2);
            happen(published(n, "稳岗", PolicyTags.ALL, from, n % 3 == 0 ? null : from.plusDays(random.nextInt(3))));
            if (n % 7 == 0) {
                happen(new PolicySuperseded(id(n), id(1), NOW));
            }
            if (n % 5 == 0) {
                happen(new PolicyWithdrawn(id(n), "误发", NOW));
            }
        }
        Predicate<LibraryPolicy> has = policy -> PolicyStatus.of(policy, DAY) == status;
        List<Hit> all = index.page(filter(PolicyStatus.values()), Order.PUBLISHED, null, false, 100);

        assertThat(all).hasSize(60);
        assertThat(index.page(filter(status), Order.PUBLISHED, null, false, 100))
                .isNotEmpty()
                .isEqualTo(all.stream().filter(hit -> has.test(hit.policy())).toList());
        assertThat(index.page(filter(), Order.PUBLISHED, null, false, 100).stream()
                        .anyMatch(hit -> has.test(hit.policy())))
                .as("what is withdrawn is shown to who asks for it")
                .isEqualTo(status != PolicyStatus.WITHDRAWN);
        assertThat(index.facets(filter(status), Set.of(Facet.STATUS)).get(Facet.STATUS))
                .containsOnlyKeys(status.shown().code());
    }

    @Test
    void words_are_found_in_the_title_the_number_the_text_and_the_interpretations_and_marked() {
        happen(
                published(1, "中小企业融資担保办法", PolicyTags.ALL, DAY, null),
                published(2, "出口信用保险", PolicyTags.ALL, DAY, null),
                new PolicyInterpreted(id(2), "问答", "与融资担保不同", NOW));

        assertThat(found(text("融资担保"))).containsExactlyInAnyOrder(1, 2);
        assertThat(found(text("揭府〔2023〕2号"))).containsExactly(2);
        List<Hit> hits = index.page(text("融资担保"), Order.RELEVANCE, null, false, 10);
        assertThat(hits.getFirst().titleSnippet()).isEqualTo("中小企业<em>融資担保</em>办法");
        assertThat(hits.getLast().textSnippet()).contains("与<em>融资担保</em>不同");
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void a_list_read_page_by_page_forwards_and_back_is_the_whole_list(Order order) {
        for (int n = 1; n <= 23; n++) {
            happen(published(n, "稳岗".repeat(1 + n % 3), PolicyTags.ALL, DAY.plusDays(n % 4), null));
        }
        List<Hit> whole = index.page(text("稳岗"), order, null, false, 100);
        List<Hit> read = new ArrayList<>();
        Ranked from = null;
        for (List<Hit> page; !(page = index.page(text("稳岗"), order, from, false, 5)).isEmpty(); ) {
            read.addAll(page);
            from = page.getLast().place();
        }
        assertThat(whole).hasSize(23);
        assertThat(read).isEqualTo(whole);
        assertThat(index.page(text("稳岗"), order, whole.get(10).place(), true, 4))
                .isEqualTo(whole.subList(6, 10));
    }

    @Test
    void one_finds_what_a_policy_stands_in_the_place_of() {
        happen(published(1, TAGS), published(2, TAGS), published(3, TAGS));
        happen(new PolicySuperseded(id(1), id(3), NOW), new PolicySuperseded(id(2), id(3), NOW));

        assertThat(index.supersededBy(id(3))).extracting(LibraryPolicy::id).containsExactlyInAnyOrder(id(1), id(2));
        assertThat(index.supersededBy(id(1))).isEmpty();
    }
}
