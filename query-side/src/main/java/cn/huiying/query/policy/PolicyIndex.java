package cn.huiying.query.policy;

import cn.huiying.query.common.Ranked;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import java.io.Closeable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** Every policy of the library, searchable, filterable and countable. Safe for many readers and one writer. */
public interface PolicyIndex extends Closeable {

    /** The processing group that keeps it up to date. */
    String NAME = "policies";

    /**
     * What a list contains; nulls and empty sets do not narrow it. A policy for everybody is on the list of each industry, size,
     * district and topic.
     *
     * @param text     words that must all stand in the title, the document number, the text or an interpretation
     * @param statuses empty for all but withdrawn ones
     * @param day      of the statuses
     */
    record Filter(
            String text,
            Set<Industry> industries,
            Set<EnterpriseSize> sizes,
            Set<String> districts,
            Set<String> topics,
            Set<String> agencies,
            Set<PolicyStatus> statuses,
            LocalDate day) {

        Filter withStatus(PolicyStatus status) {
            return new Filter(text, industries, sizes, districts, topics, agencies, Set.of(status), day);
        }
    }

    /** How a list is ordered; newest first, and by the order of publication where equal. */
    enum Order {
        PUBLISHED,
        VALID_FROM,
        /** By where and how often the words stand, which counts half as much with each year since the publication. */
        RELEVANCE
    }

    /** What can be counted by value. */
    enum Facet {
        INDUSTRY,
        SIZE,
        DISTRICT,
        TOPIC,
        AGENCY,
        STATUS
    }

    /**
     * One policy of a list.
     *
     * @param titleSnippet with the words looked for marked by {@code <em>}, HTML-escaped; null where no text was looked for
     */
    record Hit(LibraryPolicy policy, Ranked place, String titleSnippet, String textSnippet) {}

    /** @param from where the page begins, exclusive; null for the start */
    List<Hit> page(Filter filter, Order order, Ranked from, boolean backwards, int limit);

    long count(Filter filter);

    /** How many policies of a list have each value of the facets; {@code all} are those for everybody. */
    Map<Facet, Map<String, Long>> facets(Filter filter, Set<Facet> facets);

    /** The policies by their ids; without those that are not there. */
    Map<PolicyId, LibraryPolicy> load(Collection<PolicyId> ids);

    /** In whose place a policy stands, in no order. */
    List<LibraryPolicy> supersededBy(PolicyId policy);

    /**
     * A policy, withdrawn ones among them.
     *
     * @throws InvalidInput where the id has not the form of one
     * @throws Refused where there is none
     */
    default LibraryPolicy require(String id) {
        PolicyId policy = id(id);
        return Optional.ofNullable(load(Set.of(policy)).get(policy)).orElseThrow(PolicyIndex::notFound);
    }

    /** @throws InvalidInput where it has not the form of one */
    static PolicyId id(String id) {
        try {
            return new PolicyId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "政策编号格式不对。", e.getMessage() + ".");
        }
    }

    static Refused notFound() {
        return Refused.notFound("policy-not-found", "没有找到该政策。", "There is no such policy.");
    }

    /**
     * Writes policies and lets every reader see them from then on.
     *
     * @param position of the last event that is in them
     */
    void save(Collection<LibraryPolicy> policies, long position);

    /** While it and the day are the same, so is every answer: the position of the last event that changed a policy. */
    long changedAt();

    /** Keeps the processor's token with the documents, so that they never disagree. */
    TokenStore tokens();
}
