package cn.huiying.query.suggestion;

import cn.huiying.query.common.ListedSource;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Page;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Rendered;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.directory.AgencyName;
import cn.huiying.query.listing.ListedPetition;
import cn.huiying.query.listing.PetitionIndex;
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.suggestion.ConversionForm;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The doors to the measures that suggestions were converted into: all of them for everyone, its own for the agency that owns them. */
@RestController
class MeasuresListRestApi {

    private static final Set<Role> OFFICERS =
            Set.of(Role.INTAKE_OFFICER, Role.BUREAU_LEADER, Role.SUPERVISOR, Role.CITY_LEADER, Role.AUDITOR);

    /**
     * One measure in a list.
     *
     * @param topics  that its suggestions answered
     * @param dueOn   the last day, included
     * @param endedAt null while it is under way
     * @param late    whether it should be in effect
     */
    record Row(
            String id,
            String title,
            ConversionForm form,
            String formText,
            AgencyName agency,
            List<String> topics,
            MeasureState state,
            String stateText,
            int percent,
            LocalDate dueOn,
            boolean late,
            Instant convertedAt,
            @Nullable Instant endedAt,
            long version) {}

    /** A suggestion that it comes from, and that is shown to everyone. */
    record Origin(PetitionId id, String number, String title) {}

    /** What was told of it. */
    record Step(MeasureState state, String stateText, int percent, String text, Instant at) {}

    /**
     * One measure, whole.
     *
     * @param comesFrom   of how many suggestions
     * @param suggestions those of them that are published
     */
    record Shown(Row measure, String text, int comesFrom, List<Origin> suggestions, List<Step> steps) {}

    private final ListedMeasures measures;
    private final PetitionIndex index;
    private final AgencyDirectory directory;
    private final Lists lists;
    private final InstantSource clock;

    MeasuresListRestApi(
            ListedMeasures measures, PetitionIndex index, AgencyDirectory directory, Lists lists, InstantSource clock) {
        this.measures = measures;
        this.index = index;
        this.directory = directory;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/api/public/measures")
    @ReadsFrom(SuggestionsProjection.NAME)
    ResponseEntity<Rendered<Page<Row>>> everyone(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, Lists.parameters("state", "agency", "topic", "suggestion"));
        return page("public-measures", parameters, Set.copyOf(parameters.repeated("agency")));
    }

    /** Agency staff see their own agency's. */
    @GetMapping("/api/suggestions/measures")
    @ReadsFrom(SuggestionsProjection.NAME)
    ResponseEntity<Rendered<Page<Row>>> offices(Actor actor, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, Lists.parameters("state", "agency", "topic", "suggestion"));
        if (actor.agency() != null) {
            return page("measures " + actor.agency(), parameters, Set.of(actor.agency()));
        }
        if (!OFFICERS.contains(actor.role())) {
            throw Refused.forbidden("role-may-not", "您的角色不能查看。", "Your role may not see this list.");
        }
        return page("measures", parameters, Set.copyOf(parameters.repeated("agency")));
    }

    @GetMapping("/api/public/measures/{id}")
    @ReadsFrom(SuggestionsProjection.NAME)
    ResponseEntity<Shown> one(@PathVariable String id, HttpServletRequest request) {
        Parameters.of(request);
        return ResponseEntity.ok().body(shown(id));
    }

    /** With the version, for those who act on it. */
    @GetMapping("/api/suggestions/measures/{id}")
    @ReadsFrom(SuggestionsProjection.NAME)
    ResponseEntity<Shown> oneForOffices(@PathVariable String id, HttpServletRequest request) {
        Parameters.of(request);
        return ResponseEntity.ok().body(shown(id));
    }

    private ResponseEntity<Rendered<Page<Row>>> page(String list, Parameters parameters, Set<String> agencies) {
        ListedMeasures.Query query = new ListedMeasures.Query(
                parameters.anyOf("state", Parameters.constants(MeasureState.class)),
                agencies,
                parameters
                        .single("topic")
                        .map(id -> wellFormed("topic", "征集专题", id, SuggestionTopicId::new))
                        .orElse(null),
                parameters
                        .single("suggestion")
                        .map(id -> wellFormed("suggestion", "建议", id, PetitionId::new))
                        .orElse(null));
        return lists.page(
                list,
                parameters,
                Row.class,
                new ListedSource<>(measures, query),
                this::row,
                null,
                measures.counts(query));
    }

    private Shown shown(String id) {
        ListedMeasure measure = measures.load(Set.of(measureId(id))).get(id);
        if (measure == null) {
            throw Refused.notFound("measure-not-found", "没有找到该转化措施。", "There is no such measure.");
        }
        Map<PetitionId, ListedPetition> known =
                index.load(measure.suggestions().stream().map(PetitionId::new).toList());
        return new Shown(
                row(measure),
                measure.text(),
                measure.suggestions().size(),
                measure.suggestions().stream()
                        .map(suggestion -> known.get(new PetitionId(suggestion)))
                        .filter(petition -> petition != null && petition.published())
                        .map(petition -> new Origin(petition.id(), petition.number(), petition.title()))
                        .toList(),
                measure.steps().stream()
                        .map(step ->
                                new Step(step.state(), step.state().chinese(), step.percent(), step.text(), step.at()))
                        .toList());
    }

    private static String measureId(String id) {
        return wellFormed("id", "转化措施", id, MeasureId::new);
    }

    private static String wellFormed(String pointer, String what, String id, Function<String, ?> form) {
        try {
            return form.apply(id).toString();
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(pointer, "form", what + "编号格式不对。", e.getMessage() + ".");
        }
    }

    private Row row(ListedMeasure measure) {
        return new Row(
                measure.id(),
                measure.title(),
                measure.form(),
                measure.form().chinese(),
                AgencyName.of(measure.agency(), directory),
                measure.topics(),
                measure.state(),
                measure.state().chinese(),
                measure.percent(),
                measure.dueOn(),
                measure.late(clock.instant()),
                measure.convertedAt(),
                measure.endedAt(),
                measure.version());
    }
}
