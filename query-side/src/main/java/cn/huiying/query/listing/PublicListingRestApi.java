package cn.huiying.query.listing;

import cn.huiying.query.common.Cursors;
import cn.huiying.query.common.Cursors.Cursor;
import cn.huiying.query.common.Page;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Slice;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.directory.AgencyName;
import cn.huiying.query.listing.ListedPetition.Step;
import cn.huiying.query.listing.PetitionIndex.Facet;
import cn.huiying.query.listing.PetitionIndex.Filter;
import cn.huiying.query.listing.PetitionIndex.Hit;
import cn.huiying.query.listing.PetitionIndex.Order;
import cn.huiying.query.listing.PetitionIndex.Place;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.LookupCode;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.State.PublicTab;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public's doors to petitions, and the authors' list of their own. */
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
            .collect(Collectors.toMap(facet -> facet.name().toLowerCase(java.util.Locale.ROOT), Function.identity()));

    /** A status of the public listing. */
    record Status(String code, String text) {}

    /** @param titleHtml with what was looked for marked by {@code <em>}; HTML-escaped */
    record Item(
            PetitionId id,
            String number,
            Section section,
            PetitionType type,
            String domain,
            String district,
            String title,
            @JsonInclude(JsonInclude.Include.NON_NULL) String titleHtml,
            @JsonInclude(JsonInclude.Include.NON_NULL) String bodyHtml,
            String nickname,
            Status status,
            AgencyName agency,
            boolean replied,
            SatisfactionBand rating,
            Instant submittedAt,
            Instant publishedAt,
            Instant resolvedAt) {}

    record TimelineEntry(Instant at, Step step, String text, AgencyName agency) {}

    record PublicReply(String text, Instant at, AgencyName agency) {}

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
            AgencyName agency,
            SatisfactionBand rating,
            Instant submittedAt,
            Instant publishedAt,
            Instant resolvedAt,
            List<PublicReply> replies,
            List<TimelineEntry> timeline,
            long version) {}

    record Progress(String number, Status status, State state, String stateText, List<TimelineEntry> timeline) {}

    /** @param title opened for the author; null where the key was destroyed */
    record OwnItem(
            PetitionId id,
            String number,
            Section section,
            PetitionType type,
            String domain,
            String title,
            State state,
            String stateText,
            AgencyName agency,
            boolean published,
            SatisfactionBand rating,
            Instant submittedAt,
            Instant resolvedAt,
            long version) {}

    private final PetitionIndex index;
    private final AgencyDirectory directory;
    private final Cursors cursors;
    private final Vault vault;
    private final Map<String, String> domains;
    private final Map<String, String> districts;

    PublicListingRestApi(
            PetitionIndex index, AgencyDirectory directory, Cursors cursors, Vault vault, ListingSettings settings) {
        this.index = index;
        this.directory = directory;
        this.cursors = cursors;
        this.vault = vault;
        domains = settings.domains().stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
        districts = settings.districts().stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
    }

    @GetMapping("/api/public/petitions")
    @ReadsFrom(ListingProjection.NAME)
    ResponseEntity<Page<Item>> list(HttpServletRequest request) {
        Parameters parameters = Parameters.of(
                request,
                "section",
                "type",
                "domain",
                "district",
                "agency",
                "status",
                "from",
                "to",
                "q",
                "sort",
                "facets",
                "limit",
                "cursor",
                "total");
        Filter filter = publicFilter(parameters);
        Order order =
                parameters.oneOf("sort", ORDERS).orElse(filter.text() == null ? Order.PUBLISHED : Order.RELEVANCE);
        if (order == Order.RELEVANCE && filter.text() == null) {
            throw new InvalidInput("sort", "needs-text", "按相关度排序需要检索词 q。", "Sorting by relevance needs a text in q.");
        }
        Set<Facet> facets = parameters.anyOf("facets", FACETS);
        return page("public", parameters, filter, order, facets, this::item).answer();
    }

    @GetMapping("/api/public/petitions/{id}")
    @ReadsFrom(ListingProjection.NAME)
    ResponseEntity<Detail> detail(@PathVariable String id, HttpServletRequest request) {
        Parameters.of(request);
        ListedPetition petition = published(id);
        List<PublicReply> replies = petition.publicReply() == null
                ? List.of()
                : List.of(new PublicReply(petition.publicReply(), petition.publicReplyAt(), agency(petition.agency())));
        return ResponseEntity.ok()
                .eTag("\"" + petition.version() + "\"")
                .body(new Detail(
                        petition.id(),
                        petition.number(),
                        petition.section(),
                        petition.type(),
                        petition.domain(),
                        petition.district(),
                        petition.title(),
                        petition.body(),
                        petition.nickname(),
                        status(petition),
                        agency(petition.agency()),
                        petition.rating(),
                        petition.submittedAt(),
                        petition.publishedAt(),
                        petition.resolvedAt(),
                        replies,
                        timeline(petition),
                        petition.version()));
    }

    record Similar(List<Item> items) {}

    @GetMapping("/api/public/petitions/{id}/similar")
    @ReadsFrom(ListingProjection.NAME)
    Similar similar(@PathVariable String id, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, "limit");
        ListedPetition petition = published(id);
        return new Similar(index
                .similar(petition.title() + " " + petition.body(), petition.id(), parameters.integer("limit", 1, 20, 5))
                .stream()
                .map(found -> item(new Hit(found, null, null, null)))
                .toList());
    }

    @GetMapping("/api/public/lookup")
    @ReadsFrom(ListingProjection.NAME)
    Progress lookup(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, "number", "code");
        String number = required(parameters, "number");
        String code = required(parameters, "code");
        return index.findByNumber(number)
                .filter(petition -> MessageDigest.isEqual(
                        LookupCode.of(vault, petition.id()).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        code.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .map(petition -> new Progress(
                        petition.number(),
                        status(petition),
                        petition.state(),
                        petition.state().chinese(),
                        timeline(petition)))
                .orElseThrow(() -> Refused.notFound(
                        "petition-not-found", "编号与查询码不符。", "There is no petition with this number and code."));
    }

    @GetMapping("/api/petitions/mine")
    @ReadsFrom(ListingProjection.NAME)
    ResponseEntity<Page<OwnItem>> mine(Actor actor, HttpServletRequest request) {
        if (actor.role() != Role.CITIZEN && actor.role() != Role.ENTERPRISE) {
            throw Refused.forbidden("role-may-not", "只有群众和企业有自己的留言。", "Only citizens and enterprises have petitions.");
        }
        Parameters parameters = Parameters.of(request, "section", "type", "state", "limit", "cursor", "total");
        Filter filter = new Filter(
                false,
                AccountId.ofSubject(actor.id()),
                parameters.anyOf("section", Parameters.constants(Section.class)),
                parameters.anyOf("type", Parameters.constants(PetitionType.class)),
                Set.of(),
                Set.of(),
                Set.of(),
                parameters.anyOf("state", Parameters.constants(State.class)),
                null,
                null,
                null);
        return page("mine " + actor.id(), parameters, filter, Order.SUBMITTED, Set.of(), this::ownItem)
                .answer();
    }

    /** Figures of all petitions, not only of the published ones. */
    record Statistics(Group whole, Map<String, Map<String, Group>> by) {}

    /** @param resolutionRate 办结率 in percent; null where nothing was received */
    record Group(String name, long received, long resolved, Double resolutionRate, long pending, long excluded) {}

    @GetMapping("/api/public/statistics")
    @ReadsFrom(ListingProjection.NAME)
    Statistics statistics(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, "section", "type", "domain", "district", "agency", "from", "to");
        Figures figures = index.figures(filter(parameters, false, Set.of(), null));
        Map<String, Map<String, Group>> by = new TreeMap<>();
        figures.breakdowns().forEach((dimension, counts) -> {
            Map<String, Group> groups = new LinkedHashMap<>();
            counts.forEach((value, count) -> groups.put(value, group(name(dimension, value), count)));
            by.put(dimension, groups);
        });
        return new Statistics(group("全部", figures.whole()), by);
    }

    private static Group group(String name, Figures.Counts counts) {
        return new Group(
                name,
                counts.received(),
                counts.resolved(),
                counts.resolutionRate(),
                counts.pending(),
                counts.excluded());
    }

    private String name(String dimension, String value) {
        return switch (dimension) {
            case "section" -> Section.valueOf(value).chinese();
            case "type" -> PetitionType.valueOf(value).chinese();
            case "agency" -> directory.name(value);
            default -> value;
        };
    }

    private Filter publicFilter(Parameters parameters) {
        Set<State> states = parameters.anyOf("status", TABS).stream()
                .flatMap(tab -> Arrays.stream(State.values()).filter(state -> state.publicTab() == tab))
                .collect(Collectors.toUnmodifiableSet());
        String text = parameters.single("q").filter(q -> !q.isBlank()).orElse(null);
        if (text != null && text.length() > 200) {
            throw new InvalidInput("q", "length", "检索词最长 200 字。", "The text in q may have 200 characters.");
        }
        return filter(parameters, true, states, text);
    }

    private Filter filter(Parameters parameters, boolean publishedOnly, Set<State> states, String text) {
        Instant from = parameters.startOfDate("from").orElse(null);
        Instant to = parameters.endOfDate("to").orElse(null);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new InvalidInput("from", "order", "起始日期不能晚于截止日期。", "“from” must not be after “to”.");
        }
        Set<String> agencies = parameters.repeated("agency").stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .collect(Collectors.toUnmodifiableSet());
        for (String agency : agencies) {
            if (directory.name(agency).equals(agency)) {
                throw new InvalidInput("agency", "unknown-value", "没有该单位代码。", "There is no agency with this code.");
            }
        }
        return new Filter(
                publishedOnly,
                null,
                parameters.anyOf("section", Parameters.constants(Section.class)),
                parameters.anyOf("type", Parameters.constants(PetitionType.class)),
                parameters.anyOf("domain", domains),
                parameters.anyOf("district", districts),
                agencies,
                states,
                from,
                to,
                text);
    }

    private <T> Page<T> page(
            String list, Parameters parameters, Filter filter, Order order, Set<Facet> facets, Function<Hit, T> show) {
        int limit = parameters.integer("limit", 1, 100, 20);
        boolean total = parameters.oneOf("total", Map.of("exact", true)).isPresent();
        Cursor cursor = parameters
                .single("cursor")
                .map(text -> cursors.read(list, parameters, text, 2))
                .orElse(null);
        boolean backwards = cursor != null && cursor.backwards();
        Place from = cursor == null
                ? null
                : new Place(Double.parseDouble(cursor.values()[0]), Long.parseLong(cursor.values()[1]));
        Slice<Hit> slice = Slice.of(index.page(filter, order, from, backwards, limit + 1), limit, cursor);
        String next =
                slice.hasNext() ? cursor(list, parameters, false, slice.items().getLast()) : null;
        String prev =
                slice.hasPrev() ? cursor(list, parameters, true, slice.items().getFirst()) : null;
        Map<String, Map<String, Long>> counts = facets.isEmpty()
                ? null
                : index.facets(filter, facets).entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().name().toLowerCase(java.util.Locale.ROOT),
                                Map.Entry::getValue,
                                (a, b) -> a,
                                TreeMap::new));
        return new Page<>(
                slice.items().stream().map(show).toList(), next, prev, total ? index.count(filter) : null, counts);
    }

    private String cursor(String list, Parameters parameters, boolean backwards, Hit hit) {
        return cursors.write(
                list,
                parameters,
                backwards,
                "" + hit.place().value(),
                "" + hit.place().order());
    }

    private ListedPetition published(String id) {
        PetitionId petitionId;
        try {
            petitionId = new PetitionId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "留言编号格式不对。", e.getMessage() + ".");
        }
        return index.find(petitionId)
                .filter(ListedPetition::published)
                .orElseThrow(() -> Refused.notFound("petition-not-found", "没有找到该留言。", "There is no such petition."));
    }

    private static String required(Parameters parameters, String name) {
        return parameters
                .single(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new InvalidInput(
                        name, "missing", "参数“" + name + "”必填。", "Parameter “" + name + "” is required."));
    }

    private Item item(Hit hit) {
        ListedPetition petition = hit.petition();
        return new Item(
                petition.id(),
                petition.number(),
                petition.section(),
                petition.type(),
                petition.domain(),
                petition.district(),
                petition.title(),
                hit.titleSnippet(),
                hit.bodySnippet(),
                petition.nickname(),
                status(petition),
                agency(petition.agency()),
                petition.publicReply() != null,
                petition.rating(),
                petition.submittedAt(),
                petition.publishedAt(),
                petition.resolvedAt());
    }

    private OwnItem ownItem(Hit hit) {
        ListedPetition petition = hit.petition();
        return new OwnItem(
                petition.id(),
                petition.number(),
                petition.section(),
                petition.type(),
                petition.domain(),
                vault.open(petition.sealedTitle()).orElse(null),
                petition.state(),
                petition.state().chinese(),
                agency(petition.agency()),
                petition.published(),
                petition.rating(),
                petition.submittedAt(),
                petition.resolvedAt(),
                petition.version());
    }

    private static Status status(ListedPetition petition) {
        PublicTab tab = petition.state().publicTab();
        return tab == PublicTab.NONE
                ? new Status("none", petition.state().chinese())
                : new Status(tab.slug(), tab.chinese());
    }

    private AgencyName agency(String code) {
        return AgencyName.of(code, directory);
    }

    private List<TimelineEntry> timeline(ListedPetition petition) {
        return petition.milestones().stream()
                .map(milestone -> new TimelineEntry(
                        milestone.at(), milestone.step(), milestone.step().chinese(), agency(milestone.agency())))
                .toList();
    }
}
