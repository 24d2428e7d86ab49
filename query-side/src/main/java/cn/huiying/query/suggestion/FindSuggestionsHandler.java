package cn.huiying.query.suggestion;

import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.common.Ranked;
import cn.huiying.query.common.ReadPositions;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.directory.AgencyName;
import cn.huiying.query.listing.ListedPetition;
import cn.huiying.query.listing.PetitionIndex;
import cn.huiying.query.listing.PetitionIndex.Filter;
import cn.huiying.query.listing.PetitionIndex.Hit;
import cn.huiying.query.listing.PetitionIndex.Order;
import cn.huiying.query.listing.PetitionIndex.Suggestions;
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.suggestion.FindSuggestions;
import cn.huiying.shared.suggestion.SpecialReportDrafted;
import cn.huiying.shared.suggestion.SuggestionStanding;
import cn.huiying.shared.suggestion.SuggestionsOfPeriod;
import cn.huiying.shared.suggestion.SuggestionsOfPeriod.Suggestion;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;

/** Finds the suggestions of a period in everything that was in the log when asked, if that can be had in a few seconds. */
class FindSuggestionsHandler {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PAGE = 1_000;

    /** What is read. */
    private static final List<String> READ =
            List.of(PetitionIndex.NAME, SuggestionsProjection.NAME, "agency-directory");

    private static final int ATTEMPTS = 100;

    private final PetitionIndex index;
    private final ListedTopics topics;
    private final ListedMeasures measures;
    private final AgencyDirectory directory;
    private final ReadPositions positions;

    FindSuggestionsHandler(
            PetitionIndex index,
            ListedTopics topics,
            ListedMeasures measures,
            AgencyDirectory directory,
            ReadPositions positions) {
        this.index = index;
        this.topics = topics;
        this.measures = measures;
        this.directory = directory;
        this.positions = positions;
    }

    @QueryHandler
    SuggestionsOfPeriod handle(FindSuggestions query) throws InterruptedException {
        long head = positions.head();
        for (String readModel : READ) {
            positions.await(readModel, head, PATIENCE);
        }
        SuggestionsOfPeriod found = found(query, position());
        // While others write, what was found may be newer than it says: a report names the position it can be counted
        // again at.
        for (int i = 0; i < ATTEMPTS && found.position() != position(); i++) {
            found = found(query, position());
        }
        return found;
    }

    /** What all of them have read. */
    private long position() {
        return READ.stream().mapToLong(positions::of).min().orElseThrow();
    }

    private SuggestionsOfPeriod found(FindSuggestions query, long position) {
        List<ListedPetition> found = find(start(query.from()), start(query.to().plusDays(1)));
        Map<String, ListedTopic> named = topics.load(found.stream()
                .map(petition -> petition.suggestion().topic())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.toSet()));
        return new SuggestionsOfPeriod(
                position,
                found.stream().map(petition -> suggestion(petition, named)).toList(),
                measures(found));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    private List<ListedPetition> find(Instant from, Instant to) {
        // What is an accusation, or does not count, has no outcome there.
        Filter filter = new Filter(
                false,
                null,
                PetitionFilter.ALL.withSection(Section.SUGGESTION).between(from, to),
                null,
                new Suggestions(Set.of(), Set.of(SuggestionStanding.values()), Set.of()));
        List<ListedPetition> newestFirst = new ArrayList<>();
        Ranked place = null;
        List<Hit> page;
        do {
            page = index.page(filter, Order.SUBMITTED, place, false, PAGE);
            page.forEach(hit -> newestFirst.add(hit.petition()));
            place = page.isEmpty() ? null : page.getLast().place();
        } while (page.size() == PAGE);
        return newestFirst.reversed();
    }

    private static Suggestion suggestion(ListedPetition petition, Map<String, ListedTopic> named) {
        ListedTopic topic = petition.suggestion().topic() == null
                ? null
                : named.get(petition.suggestion().topic().value());
        boolean published = petition.published();
        return new Suggestion(
                petition.id(),
                petition.number(),
                topic == null ? petition.domain() : topic.title(),
                petition.standing(),
                petition.conversion(),
                published ? petition.title() : null,
                published ? petition.body() : null);
    }

    /** In the order in which they were begun. */
    private List<SpecialReportDrafted.Measure> measures(List<ListedPetition> found) {
        Set<String> ids = found.stream()
                .flatMap(petition -> petition.suggestion().measures().stream())
                .map(measure -> measure.id().value())
                .collect(Collectors.toSet());
        return measures.load(ids).values().stream()
                .sorted(java.util.Comparator.comparing(ListedMeasure::convertedAt)
                        .thenComparing(ListedMeasure::id))
                .map(measure -> new SpecialReportDrafted.Measure(
                        new MeasureId(measure.id()),
                        measure.title(),
                        measure.form(),
                        AgencyName.of(measure.agency(), directory).name(),
                        measure.state(),
                        measure.percent()))
                .toList();
    }
}
