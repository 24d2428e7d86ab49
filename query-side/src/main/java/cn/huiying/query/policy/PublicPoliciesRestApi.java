package cn.huiying.query.policy;

import cn.huiying.query.common.KeptAnswers;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Page;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.common.Ranked;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Rendered;
import cn.huiying.query.common.SearchText;
import cn.huiying.query.common.Slugs;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.directory.AgencyName;
import cn.huiying.query.listing.IndexedList;
import cn.huiying.query.listing.ListedPetition;
import cn.huiying.query.listing.PetitionIndex;
import cn.huiying.query.policy.LibraryPolicy.Interpretation;
import cn.huiying.query.policy.PolicyIndex.Facet;
import cn.huiying.query.policy.PolicyIndex.Filter;
import cn.huiying.query.policy.PolicyIndex.Hit;
import cn.huiying.query.policy.PolicyIndex.Order;
import cn.huiying.query.policy.PolicyStatus.Shown;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyPublished;
import cn.huiying.shared.policy.PolicyTags;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.time.WorkCalendar;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public's doors to the policy library 享政策. */
@RestController
class PublicPoliciesRestApi {

    private static final Map<String, Order> ORDERS = Map.of(
            "-publishedAt", Order.PUBLISHED,
            "-validFrom", Order.VALID_FROM,
            "relevance", Order.RELEVANCE);

    /** A policy as another one names it. */
    record Reference(PolicyId id, String title, Shown status) {}

    /**
     * One policy.
     *
     * @param withdrawnBecause null where it is not withdrawn
     * @param successors       what superseded it, and what superseded that, to the last
     * @param predecessors     in whose place it stands, directly or not; what took effect last comes first
     * @param questions        how many answered inquiries about it are shown
     */
    record Detail(
            PolicyId id,
            String title,
            @Nullable AgencyName agency,
            @Nullable String issuer,
            @Nullable String documentNumber,
            String text,
            PolicyTags tags,
            Shown status,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            Instant publishedAt,
            @Nullable String withdrawnBecause,
            List<Interpretation> interpretations,
            List<Reference> successors,
            List<Reference> predecessors,
            long questions,
            long version) {}

    /** @param tags since then; null where they did not change */
    record Happening(String event, String eventText, Instant at, @Nullable String said, @Nullable PolicyTags tags) {}

    record History(PolicyId id, List<Happening> history) {}

    /** A published inquiry and what was answered in public. */
    record Question(
            PetitionId id,
            String number,
            String title,
            String body,
            String nickname,
            String answer,
            Instant answeredAt,
            @Nullable AgencyName agency,
            Instant submittedAt) {}

    private final PolicyIndex index;
    private final PetitionIndex petitions;
    private final EventStore eventStore;
    private final AgencyDirectory directory;
    private final PolicyLibrarySettings settings;
    private final Lists lists;
    private final KeptAnswers answers;
    private final InstantSource clock;

    PublicPoliciesRestApi(
            PolicyIndex index,
            PetitionIndex petitions,
            EventStore eventStore,
            AgencyDirectory directory,
            PolicyLibrarySettings settings,
            Lists lists,
            KeptAnswers answers,
            InstantSource clock) {
        this.index = index;
        this.petitions = petitions;
        this.eventStore = eventStore;
        this.directory = directory;
        this.settings = settings;
        this.lists = lists;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/api/public/policies")
    @ReadsFrom(PoliciesProjection.NAME)
    ResponseEntity<Rendered<Page<PolicyItem>>> list(HttpServletRequest request) {
        LocalDate today = today();
        return answers.open(request, unchanged(today), () -> {
            Parameters parameters = Parameters.of(
                    request,
                    Lists.parameters(
                            "q", "industry", "size", "district", "topic", "agency", "status", "sort", "facets"));
            String text = SearchText.read(parameters, "q").orElse(null);
            Filter filter = new Filter(
                    text,
                    parameters.anyOf("industry", Parameters.constants(Industry.class)),
                    parameters.anyOf("size", Parameters.constants(EnterpriseSize.class)),
                    parameters.anyOf("district", byName(settings.districts())),
                    parameters.anyOf("topic", byName(settings.topics())),
                    agencies(parameters),
                    parameters.anyOf("status", Slugs.all(PolicyStatus.class)),
                    today);
            Order order = parameters.oneOf("sort", ORDERS).orElse(text == null ? Order.PUBLISHED : Order.RELEVANCE);
            if (order == Order.RELEVANCE && text == null) {
                throw new InvalidInput(
                        "sort", "needs-text", "按相关度排序需要检索词 q。", "Sorting by relevance needs a text in q.");
            }
            Set<Facet> facets = parameters.anyOf("facets", Slugs.all(Facet.class));
            return lists.page(
                    "policies",
                    parameters,
                    PolicyItem.class,
                    new Found(index, filter, order),
                    hit -> PolicyItem.of(hit, today, directory),
                    facets.isEmpty() ? null : counts(filter, facets),
                    null);
        });
    }

    /** A list of policies out of the index. */
    private record Found(PolicyIndex index, Filter filter, Order order) implements Lists.Source<Hit> {

        @Override
        public List<Hit> page(String[] from, boolean backwards, int limit) {
            return index.page(filter, order, Ranked.read(from), backwards, limit);
        }

        @Override
        public String[] placeOf(Hit hit) {
            return hit.place().texts();
        }

        @Override
        public long count() {
            return index.count(filter);
        }
    }

    private Set<String> agencies(Parameters parameters) {
        Set<String> codes = Set.copyOf(parameters.repeated("agency"));
        if (!codes.stream().allMatch(directory::has)) {
            throw new InvalidInput("agency", "unknown-value", "没有该单位代码。", "There is no agency with this code.");
        }
        return codes;
    }

    private static Map<String, String> byName(Set<String> values) {
        return values.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
    }

    private Map<String, Map<String, Long>> counts(Filter filter, Set<Facet> facets) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        index.facets(filter, facets).forEach((facet, byValue) -> counts.put(Slugs.of(facet), byValue));
        return counts;
    }

    /** Weak: the status depends on the day, too. The version for {@code If-Match} stands in the answer. */
    @GetMapping("/api/public/policies/{id}")
    @ReadsFrom(PoliciesProjection.NAME)
    ResponseEntity<Rendered<Detail>> detail(@PathVariable String id, HttpServletRequest request) {
        LocalDate today = today();
        return answers.open(request, unchanged(today) + petitions.publicChangedAt(), () -> {
            Parameters.of(request);
            return ResponseEntity.ok(lists.render(detail(index.require(id), today)));
        });
    }

    private Detail detail(LibraryPolicy policy, LocalDate today) {
        return new Detail(
                policy.id(),
                policy.title(),
                AgencyName.of(policy.agency(), directory),
                policy.issuer(),
                policy.documentNumber(),
                policy.text(),
                policy.tags(),
                PolicyStatus.of(policy, today).shown(),
                policy.validFrom(),
                policy.validUntil(),
                policy.publishedAt(),
                policy.withdrawnBecause(),
                policy.interpretations(),
                successors(policy).stream().map(one -> reference(one, today)).toList(),
                predecessors(policy).stream().map(one -> reference(one, today)).toList(),
                petitions.count(questionsAbout(policy.id())),
                policy.version());
    }

    private static Reference reference(LibraryPolicy policy, LocalDate today) {
        return new Reference(
                policy.id(), policy.title(), PolicyStatus.of(policy, today).shown());
    }

    /** There is no ring: a successor always comes after what it supersedes. */
    private List<LibraryPolicy> successors(LibraryPolicy policy) {
        List<LibraryPolicy> successors = new ArrayList<>();
        for (PolicyId next = policy.supersededBy(); next != null; ) {
            LibraryPolicy successor = index.load(Set.of(next)).get(next);
            successors.add(successor);
            next = successor.supersededBy();
        }
        return successors;
    }

    private List<LibraryPolicy> predecessors(LibraryPolicy policy) {
        List<LibraryPolicy> predecessors = new ArrayList<>(index.supersededBy(policy.id()));
        for (int i = 0; i < predecessors.size(); i++) {
            predecessors.addAll(index.supersededBy(predecessors.get(i).id()));
        }
        predecessors.sort(Comparator.comparing(LibraryPolicy::validFrom)
                .thenComparing(LibraryPolicy::publishedAt)
                .reversed());
        return predecessors;
    }

    @GetMapping("/api/public/policies/{id}/history")
    @ReadsFrom(PoliciesProjection.NAME)
    ResponseEntity<Rendered<History>> history(@PathVariable String id, HttpServletRequest request) {
        return answers.open(request, index.changedAt(), () -> {
            Parameters.of(request);
            LibraryPolicy policy = index.require(id);
            return ResponseEntity.ok(lists.render(new History(
                    policy.id(),
                    policy.history().stream()
                            .map(one -> new Happening(
                                    one.event(),
                                    PolicyEventNames.chinese(one.event()),
                                    one.at(),
                                    one.said(),
                                    one.tags()))
                            .toList())));
        });
    }

    @GetMapping("/api/public/policies/{id}/questions")
    @ReadsFrom(PetitionIndex.NAME)
    ResponseEntity<Rendered<Page<Question>>> questions(@PathVariable String id, HttpServletRequest request) {
        return answers.open(request, petitions.publicChangedAt(), () -> {
            Parameters parameters = Parameters.of(request, Lists.parameters());
            PolicyId policy = published(id);
            return lists.page(
                    "questions " + policy,
                    parameters,
                    Question.class,
                    new IndexedList(petitions, questionsAbout(policy), PetitionIndex.Order.PUBLISHED),
                    hit -> question(hit.petition()),
                    null,
                    null);
        });
    }

    /** Asked of the log: the caller waits for the petitions, and the library may be behind them. */
    private PolicyId published(String id) {
        PolicyId policy = PolicyIndex.id(id);
        DomainEventStream events = eventStore.readEvents(policy.toString());
        if (!events.hasNext() || !(events.next().getPayload() instanceof PolicyPublished)) {
            throw PolicyIndex.notFound();
        }
        return policy;
    }

    private static PetitionIndex.Filter questionsAbout(PolicyId policy) {
        return new PetitionIndex.Filter(true, null, PetitionFilter.ALL.onlyAnsweredAbout(policy), null);
    }

    private Question question(ListedPetition petition) {
        return new Question(
                petition.id(),
                petition.number(),
                petition.title(),
                petition.body(),
                petition.nickname(),
                petition.publicReply(),
                petition.publicReplyAt(),
                AgencyName.of(petition.agency(), directory),
                petition.submittedAt());
    }

    private LocalDate today() {
        return WorkCalendar.dateOf(clock.instant());
    }

    /** Both only ever grow: while the sum is the same, so are both. */
    private long unchanged(LocalDate today) {
        return index.changedAt() + today.toEpochDay();
    }
}
