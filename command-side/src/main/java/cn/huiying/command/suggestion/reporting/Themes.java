package cn.huiying.command.suggestion.reporting;

import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.suggestion.SpecialReportDrafted.Representative;
import cn.huiying.shared.suggestion.SpecialReportDrafted.Theme;
import cn.huiying.shared.suggestion.SuggestionNumbers;
import cn.huiying.shared.suggestion.SuggestionStanding;
import cn.huiying.shared.suggestion.SuggestionsOfPeriod.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Groups suggestions by theme: as an officer planned it, and what no plan names as the platform proposes. Pure. */
public final class Themes {

    /** How many the platform lets stand for a theme. */
    static final int REPRESENTATIVES = 3;

    /** Adopted ones first: they are what comes of suggestions. */
    private static final List<SuggestionStanding> TELLING = List.of(
            SuggestionStanding.ADOPTED,
            SuggestionStanding.PARTLY_ADOPTED,
            SuggestionStanding.FOR_REFERENCE,
            SuggestionStanding.IN_HAND,
            SuggestionStanding.NOT_ADOPTED,
            SuggestionStanding.TERMINATED);

    private Themes() {}

    /** @param suggestions the earliest first, which decides between equals */
    public static List<Theme> of(List<Suggestion> suggestions, List<ThemePlan> plans) {
        Map<PetitionId, ThemePlan> named = new HashMap<>();
        Map<String, ThemePlan> taken = new HashMap<>();
        Set<String> proposed = suggestions.stream().map(Suggestion::theme).collect(Collectors.toSet());
        Set<PetitionId> known = suggestions.stream().map(Suggestion::id).collect(Collectors.toSet());
        Set<String> names = new HashSet<>();
        for (ThemePlan plan : plans) {
            ASuggestionStandsInOneTheme.check(names.add(plan.name()));
            OnlySuggestionsOfThePeriodAreGrouped.check(
                    known.containsAll(plan.suggestions()) && proposed.containsAll(plan.of()));
            plan.suggestions().forEach(id -> ASuggestionStandsInOneTheme.check(named.put(id, plan) == null));
            plan.of().forEach(theme -> ASuggestionStandsInOneTheme.check(taken.put(theme, plan) == null));
        }
        Map<ThemePlan, List<Suggestion>> planned = new LinkedHashMap<>();
        plans.forEach(plan -> planned.put(plan, new ArrayList<>()));
        Map<String, List<Suggestion>> rest = new TreeMap<>();
        for (Suggestion suggestion : suggestions) {
            ThemePlan plan = named.getOrDefault(suggestion.id(), taken.get(suggestion.theme()));
            (plan == null ? rest.computeIfAbsent(suggestion.theme(), t -> new ArrayList<>()) : planned.get(plan))
                    .add(suggestion);
        }
        List<Theme> themes = new ArrayList<>();
        planned.forEach((plan, own) -> {
            AThemeHasSuggestions.check(!own.isEmpty());
            themes.add(theme(plan, own));
        });
        rest.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .forEach(entry -> {
                    // Its name may have been given to other suggestions.
                    ASuggestionStandsInOneTheme.check(names.add(entry.getKey()));
                    themes.add(theme(new ThemePlan(entry.getKey(), null, null, null, null, null), entry.getValue()));
                });
        return themes;
    }

    private static Theme theme(ThemePlan plan, List<Suggestion> own) {
        return new Theme(
                plan.name(),
                numbers(own),
                own.stream().map(Suggestion::id).toList(),
                plan.representatives().isEmpty() ? proposed(own) : chosen(plan.representatives(), own),
                plan.analysis(),
                plan.recommendations());
    }

    private static List<Representative> proposed(List<Suggestion> own) {
        return own.stream()
                .filter(suggestion -> suggestion.title() != null)
                .sorted(Comparator.comparing(suggestion -> TELLING.indexOf(suggestion.standing())))
                .limit(REPRESENTATIVES)
                .map(Themes::representative)
                .toList();
    }

    private static List<Representative> chosen(List<PetitionId> ids, List<Suggestion> own) {
        Map<PetitionId, Suggestion> published = own.stream()
                .filter(suggestion -> suggestion.title() != null)
                .collect(Collectors.toMap(Suggestion::id, suggestion -> suggestion));
        ARepresentativeIsPublishedAndOfItsTheme.check(published.keySet().containsAll(ids));
        return ids.stream()
                .distinct()
                .map(id -> representative(published.get(id)))
                .toList();
    }

    private static Representative representative(Suggestion suggestion) {
        return new Representative(
                suggestion.id(), suggestion.number(), suggestion.title(), suggestion.text(), suggestion.standing());
    }

    /** What suggestions came to. */
    public static SuggestionNumbers numbers(List<Suggestion> suggestions) {
        return new SuggestionNumbers(
                suggestions.size(),
                count(suggestions, SuggestionStanding.IN_HAND),
                count(suggestions, SuggestionStanding.ADOPTED),
                count(suggestions, SuggestionStanding.PARTLY_ADOPTED),
                count(suggestions, SuggestionStanding.FOR_REFERENCE),
                count(suggestions, SuggestionStanding.NOT_ADOPTED),
                count(suggestions, SuggestionStanding.TERMINATED),
                count(
                        suggestions,
                        s -> s.conversion() == MeasureState.UNDER_WAY || s.conversion() == MeasureState.COMPLETED),
                count(suggestions, s -> s.conversion() == MeasureState.COMPLETED));
    }

    private static int count(List<Suggestion> suggestions, SuggestionStanding standing) {
        return count(suggestions, s -> s.standing() == standing);
    }

    private static int count(List<Suggestion> suggestions, Predicate<Suggestion> which) {
        return (int) suggestions.stream().filter(which).count();
    }
}
