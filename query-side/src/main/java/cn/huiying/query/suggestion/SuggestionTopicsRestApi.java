package cn.huiying.query.suggestion;

import cn.huiying.query.common.ListedSource;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Page;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Rendered;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.directory.AgencyName;
import cn.huiying.query.listing.ListedPetition;
import cn.huiying.query.listing.PetitionIndex;
import cn.huiying.query.listing.PetitionIndex.Facet;
import cn.huiying.query.listing.PetitionIndex.Filter;
import cn.huiying.query.listing.PetitionIndex.Suggestions;
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.suggestion.CollectiveFeedbackPublished.Answered;
import cn.huiying.shared.suggestion.SuggestionNumbers;
import cn.huiying.shared.suggestion.SuggestionStanding;
import cn.huiying.shared.suggestion.TopicState;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The doors to the topics of solicitation, for everyone. */
@RestController
class SuggestionTopicsRestApi {

    /**
     * One topic in the list.
     *
     * @param organiser null where the bureau asks
     * @param closesOn  the last day, included; null where it is open until it is closed
     * @param closedAt  null where it was not closed, or its last day ended it
     * @param numbers   what the suggestions that answer it came to
     */
    record Row(
            String id,
            String title,
            @Nullable AgencyName organiser,
            TopicState state,
            String stateText,
            Instant openedAt,
            @Nullable LocalDate closesOn,
            @Nullable Instant closedAt,
            SuggestionNumbers numbers,
            int feedback,
            long version) {}

    /** A suggestion that was answered, and is shown to everyone. */
    record AnsweredSuggestion(PetitionId id, String number, String title, ReplyOutcome outcome, String outcomeText) {}

    /**
     * 集中反馈.
     *
     * @param answers     how many suggestions it answers
     * @param suggestions those of them that are published
     */
    record Feedback(String text, Instant at, int answers, List<AnsweredSuggestion> suggestions) {}

    /** One topic, whole. */
    record Shown(Row topic, String text, @Nullable String closedReason, List<Feedback> feedback) {}

    private final ListedTopics topics;
    private final PetitionIndex index;
    private final AgencyDirectory directory;
    private final Lists lists;
    private final InstantSource clock;

    SuggestionTopicsRestApi(
            ListedTopics topics, PetitionIndex index, AgencyDirectory directory, Lists lists, InstantSource clock) {
        this.topics = topics;
        this.index = index;
        this.directory = directory;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/api/public/suggestion-topics")
    @ReadsFrom(SuggestionsProjection.NAME)
    ResponseEntity<Rendered<Page<Row>>> all(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, Lists.parameters("state"));
        ListedTopics.Query query = new ListedTopics.Query(
                parameters.anyOf("state", Parameters.constants(TopicState.class)), clock.instant());
        return lists.page(
                "suggestion-topics", parameters, Row.class, new ListedSource<>(topics, query), this::row, null, null);
    }

    @GetMapping("/api/public/suggestion-topics/{id}")
    @ReadsFrom(SuggestionsProjection.NAME)
    ResponseEntity<Shown> one(@PathVariable String id, HttpServletRequest request) {
        Parameters.of(request);
        ListedTopic topic = find(id);
        return ResponseEntity.ok()
                .body(new Shown(
                        row(topic),
                        topic.text(),
                        topic.closedReason(),
                        topic.feedback().stream().map(this::feedback).toList()));
    }

    /** With the version, for those who act on it. */
    @GetMapping("/api/suggestions/topics/{id}")
    @ReadsFrom(SuggestionsProjection.NAME)
    ResponseEntity<Shown> officers(@PathVariable String id, HttpServletRequest request) {
        return one(id, request);
    }

    private ListedTopic find(String id) {
        try {
            ListedTopic topic =
                    topics.load(Set.of(new SuggestionTopicId(id).value())).get(id);
            if (topic == null) {
                throw Refused.notFound("topic-not-found", "没有找到该征集专题。", "There is no such topic.");
            }
            return topic;
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "征集专题编号格式不对。", e.getMessage() + ".");
        }
    }

    private Row row(ListedTopic topic) {
        TopicState state = topic.state(clock.instant());
        return new Row(
                topic.id(),
                topic.title(),
                AgencyName.of(topic.organiser(), directory),
                state,
                state.chinese(),
                topic.openedAt(),
                topic.closesOn(),
                topic.closedAt(),
                numbers(topic.id()),
                topic.feedback().size(),
                topic.version());
    }

    private SuggestionNumbers numbers(String topic) {
        Map<Facet, Map<String, Long>> counts = index.facets(
                new Filter(
                        false,
                        null,
                        PetitionFilter.ALL.withSection(Section.SUGGESTION),
                        null,
                        new Suggestions(Set.of(new SuggestionTopicId(topic)), Set.of(), Set.of())),
                Set.of(Facet.OUTCOME, Facet.CONVERSION));
        Map<String, Long> outcomes = counts.get(Facet.OUTCOME);
        int completed = count(counts.get(Facet.CONVERSION), MeasureState.COMPLETED);
        return new SuggestionNumbers(
                outcomes.values().stream().mapToInt(Long::intValue).sum(),
                count(outcomes, SuggestionStanding.IN_HAND),
                count(outcomes, SuggestionStanding.ADOPTED),
                count(outcomes, SuggestionStanding.PARTLY_ADOPTED),
                count(outcomes, SuggestionStanding.FOR_REFERENCE),
                count(outcomes, SuggestionStanding.NOT_ADOPTED),
                count(outcomes, SuggestionStanding.TERMINATED),
                completed + count(counts.get(Facet.CONVERSION), MeasureState.UNDER_WAY),
                completed);
    }

    private static int count(Map<String, Long> counts, Enum<?> value) {
        return counts.getOrDefault(value.name(), 0L).intValue();
    }

    private Feedback feedback(ListedTopic.Feedback feedback) {
        Map<PetitionId, ListedPetition> known = index.load(
                feedback.suggestions().stream().map(Answered::suggestion).toList());
        return new Feedback(
                feedback.text(),
                feedback.at(),
                feedback.suggestions().size(),
                feedback.suggestions().stream()
                        .filter(answered -> known.containsKey(answered.suggestion())
                                && known.get(answered.suggestion()).published())
                        .map(answered -> new AnsweredSuggestion(
                                answered.suggestion(),
                                known.get(answered.suggestion()).number(),
                                known.get(answered.suggestion()).title(),
                                answered.outcome(),
                                answered.outcome().chinese()))
                        .toList());
    }
}
