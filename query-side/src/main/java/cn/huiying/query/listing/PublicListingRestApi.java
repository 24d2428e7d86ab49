package cn.huiying.query.listing;

import cn.huiying.query.common.AsOf;
import cn.huiying.query.common.KeptAnswers;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Page;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.common.PetitionFilters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Rendered;
import cn.huiying.query.common.SearchText;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.directory.AgencyName;
import cn.huiying.query.directory.AgencyNames;
import cn.huiying.query.listing.ListedPetition.Step;
import cn.huiying.query.listing.PetitionIndex.Facet;
import cn.huiying.query.listing.PetitionIndex.Filter;
import cn.huiying.query.listing.PetitionIndex.Order;
import cn.huiying.query.listing.PetitionIndex.Suggestions;
import cn.huiying.query.listing.PublicItem.Status;
import cn.huiying.shared.petition.AttachmentId;
import cn.huiying.shared.petition.LookupCode;
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.State.PublicTab;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.suggestion.SuggestionStanding;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public's doors to petitions. */
@RestController
class PublicListingRestApi {

    private static final Map<String, Order> ORDERS = Map.of(
            "-publishedAt", Order.PUBLISHED,
            "-submittedAt", Order.SUBMITTED,
            "-resolvedAt", Order.RESOLVED,
            "relevance", Order.RELEVANCE);
    private static final Map<String, PublicTab> TABS = Arrays.stream(PublicTab.values())
            .filter(tab -> tab != PublicTab.NONE)
            .collect(Collectors.toMap(PublicTab::slug, Function.identity()));
    private static final Map<String, Facet> FACETS = Arrays.stream(Facet.values())
            .collect(Collectors.toMap(facet -> facet.name().toLowerCase(Locale.ROOT), Function.identity()));

    private static final Map<String, String> CONVERSIONS = Stream.concat(
                    Stream.of(PetitionIndex.NOT_CONVERTED),
                    Arrays.stream(MeasureState.values()).map(Enum::name))
            .collect(Collectors.toMap(Function.identity(), Function.identity()));

    /** 转化措施: what a suggestion became; all of it is at {@code url}. */
    record PublicMeasure(
            MeasureId id, String title, AgencyName agency, MeasureState state, String stateText, String url) {}

    /** What a suggestion has beside the other petitions. @param selected 优秀建议 */
    record PublicSuggestion(
            @Nullable SuggestionTopicId topic,
            @Nullable SuggestionStanding outcome,
            @Nullable String outcomeText,
            boolean selected,
            List<PublicMeasure> measures) {}

    record TimelineEntry(Instant at, Step step, String text, @Nullable AgencyName agency) {}

    record PublicReply(String text, Instant at, @Nullable AgencyName agency) {}

    /** A picture that the author lets the public see; its content is at {@code url}. */
    record PublicAttachment(AttachmentId id, String contentType, int size, String url) {}

    record Detail(
            PetitionId id,
            String number,
            Section section,
            PetitionType type,
            String domain,
            String district,
            String title,
            String body,
            String nickname,
            Status status,
            @Nullable AgencyName agency,
            @Nullable SatisfactionBand rating,
            Instant submittedAt,
            Instant publishedAt,
            @Nullable Instant resolvedAt,
            List<PublicAttachment> attachments,
            List<PublicReply> replies,
            @Nullable PolicyId policy,
            @Nullable PublicSuggestion suggestion,
            List<TimelineEntry> timeline,
            long version) {}

    record Progress(String number, Status status, State state, String stateText, List<TimelineEntry> timeline) {}

    private final PetitionIndex index;
    private final PetitionHistory history;
    private final AgencyDirectory directory;
    private final PetitionFilters filters;
    private final Lists lists;
    private final KeptAnswers answers;
    private final Vault vault;

    PublicListingRestApi(
            PetitionIndex index,
            PetitionHistory history,
            AgencyDirectory directory,
            PetitionFilters filters,
            Lists lists,
            KeptAnswers answers,
            Vault vault) {
        this.index = index;
        this.history = history;
        this.directory = directory;
        this.filters = filters;
        this.lists = lists;
        this.answers = answers;
        this.vault = vault;
    }

    @GetMapping("/api/public/petitions")
    @ReadsFrom(value = ListingProjection.NAME, past = ListingHistoryProjection.NAME)
    ResponseEntity<Rendered<Page<PublicItem>>> list(AsOf asOf, HttpServletRequest request) {
        return asOf == null
                ? answers.open(request, index.publicChangedAt(), () -> list(request, index, directory))
                : answers.past(
                        asOf,
                        history.edition(),
                        request,
                        () -> list(request, history.asOf(asOf.position()), directory.asOf(asOf.position())));
    }

    private ResponseEntity<Rendered<Page<PublicItem>>> list(
            HttpServletRequest request, PetitionSearch petitions, AgencyNames names) {
        return list("public", request, petitions, names, Suggestions.ANY, "section", "type", AsOf.PARAMETER);
    }

    /** 建言献策: the same list, of one section, with what only suggestions have. */
    @GetMapping("/api/public/suggestions")
    @ReadsFrom(ListingProjection.NAME)
    ResponseEntity<Rendered<Page<PublicItem>>> suggestions(HttpServletRequest request) {
        return answers.open(
                request,
                index.publicChangedAt(),
                () -> list("suggestions", request, index, directory, null, "topic", "outcome", "conversion"));
    }

    /** @param which null where the parameters say which suggestions */
    private ResponseEntity<Rendered<Page<PublicItem>>> list(
            String list,
            HttpServletRequest request,
            PetitionSearch petitions,
            AgencyNames names,
            Suggestions which,
            String... own) {
        Parameters parameters = Parameters.of(
                request,
                Lists.parameters(Stream.concat(
                                Stream.of(own),
                                Stream.of(
                                        "domain", "district", "agency", "status", "from", "to", "q", "sort", "facets"))
                        .toArray(String[]::new)));
        String text = SearchText.read(parameters, "q").orElse(null);
        Set<State> states = parameters.anyOf("status", TABS).stream()
                .flatMap(tab -> Arrays.stream(State.values()).filter(state -> state.publicTab() == tab))
                .collect(Collectors.toUnmodifiableSet());
        PetitionFilter narrowed = filters.read(parameters).withStates(states);
        Filter filter = which != null
                ? new Filter(true, null, narrowed, text)
                : new Filter(true, null, narrowed.withSection(Section.SUGGESTION), text, suggestions(parameters));
        Order order = parameters.oneOf("sort", ORDERS).orElse(text == null ? Order.PUBLISHED : Order.RELEVANCE);
        if (order == Order.RELEVANCE && text == null) {
            throw new InvalidInput("sort", "needs-text", "按相关度排序需要检索词 q。", "Sorting by relevance needs a text in q.");
        }
        Set<Facet> facets = parameters.anyOf("facets", FACETS);
        return lists.page(
                list,
                parameters,
                PublicItem.class,
                new IndexedList(petitions, filter, order),
                hit -> PublicItem.of(hit, names),
                facets.isEmpty() ? null : counts(petitions, filter, facets),
                null);
    }

    private static Suggestions suggestions(Parameters parameters) {
        return new Suggestions(
                parameters.repeated("topic").stream()
                        .map(PublicListingRestApi::topic)
                        .collect(Collectors.toUnmodifiableSet()),
                parameters.anyOf("outcome", Parameters.constants(SuggestionStanding.class)),
                parameters.anyOf("conversion", CONVERSIONS));
    }

    private static SuggestionTopicId topic(String id) {
        try {
            return new SuggestionTopicId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("topic", "form", "征集专题编号格式不对。", e.getMessage() + ".");
        }
    }

    private Map<String, Map<String, Long>> counts(PetitionSearch petitions, Filter filter, Set<Facet> facets) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        petitions
                .facets(filter, facets)
                .forEach((facet, byValue) -> counts.put(facet.name().toLowerCase(Locale.ROOT), byValue));
        return counts;
    }

    @GetMapping("/api/public/petitions/{id}")
    @ReadsFrom(value = ListingProjection.NAME, past = ListingHistoryProjection.NAME)
    ResponseEntity<Rendered<Detail>> detail(AsOf asOf, @PathVariable String id, HttpServletRequest request) {
        return asOf == null
                ? answers.openOne(request, index.publicChangedAt(), () -> detail(id, request, index, directory))
                : answers.past(
                        asOf,
                        history.edition(),
                        request,
                        () -> detail(id, request, history.asOf(asOf.position()), directory.asOf(asOf.position())));
    }

    private ResponseEntity<Rendered<Detail>> detail(
            String id, HttpServletRequest request, PetitionSearch petitions, AgencyNames names) {
        Parameters.of(request, AsOf.PARAMETER);
        ListedPetition petition = petitions.published(id);
        return ResponseEntity.ok().eTag("\"" + petition.version() + "\"").body(lists.render(shown(petition, names)));
    }

    private static Detail shown(ListedPetition petition, AgencyNames names) {
        List<PublicReply> replies = petition.publicReply() == null
                ? List.of()
                : List.of(new PublicReply(
                        petition.publicReply(), petition.publicReplyAt(), AgencyName.of(petition.agency(), names)));
        return new Detail(
                petition.id(),
                petition.number(),
                petition.section(),
                petition.type(),
                petition.domain(),
                petition.district(),
                petition.title(),
                petition.body(),
                petition.nickname(),
                Status.of(petition),
                AgencyName.of(petition.agency(), names),
                petition.rating(),
                petition.submittedAt(),
                petition.publishedAt(),
                petition.resolvedAt(),
                petition.publicPictures().stream()
                        .map(picture -> new PublicAttachment(
                                picture.id(),
                                picture.contentType(),
                                picture.size(),
                                "/api/public/petitions/" + petition.id() + "/attachments/" + picture.id()))
                        .toList(),
                replies,
                petition.inquiredPolicy(),
                petition.section() == Section.SUGGESTION ? suggestion(petition, names) : null,
                timeline(petition, names),
                petition.version());
    }

    private static PublicSuggestion suggestion(ListedPetition petition, AgencyNames names) {
        SuggestionStanding outcome = petition.standing();
        return new PublicSuggestion(
                petition.suggestion().topic(),
                outcome,
                outcome == null ? null : outcome.chinese(),
                petition.suggestion().selected(),
                petition.suggestion().measures().stream()
                        .map(measure -> new PublicMeasure(
                                measure.id(),
                                measure.title(),
                                AgencyName.of(measure.agency(), names),
                                measure.state(),
                                measure.state().chinese(),
                                "/api/public/measures/" + measure.id()))
                        .toList());
    }

    @GetMapping("/api/public/lookup")
    @ReadsFrom(ListingProjection.NAME)
    Progress lookup(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, "number", "code");
        String number = parameters.required("number");
        String code = parameters.required("code");
        return index.findByNumber(number)
                .filter(petition -> MessageDigest.isEqual(
                        LookupCode.of(vault, petition.id()).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        code.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .map(petition -> new Progress(
                        petition.number(),
                        Status.of(petition),
                        petition.state(),
                        petition.state().chinese(),
                        timeline(petition, directory)))
                .orElseThrow(() -> Refused.notFound(
                        "petition-not-found", "编号与查询码不符。", "There is no petition with this number and code."));
    }

    private static List<TimelineEntry> timeline(ListedPetition petition, AgencyNames names) {
        return petition.milestones().stream()
                .map(milestone -> new TimelineEntry(
                        milestone.at(),
                        milestone.step(),
                        milestone.step().chinese(),
                        AgencyName.of(milestone.agency(), names)))
                .toList();
    }
}
