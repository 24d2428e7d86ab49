package cn.huiying.query.common;

import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State;
import java.time.Instant;
import java.util.Set;

/**
 * Which petitions a list contains; empty sets and nulls do not narrow it.
 *
 * @param agencies codes of lead agencies
 * @param from     submitted at or after this moment
 * @param to       submitted before this moment
 */
public record PetitionFilter(
        Set<Section> sections,
        Set<PetitionType> types,
        Set<String> domains,
        Set<String> districts,
        Set<String> agencies,
        Set<State> states,
        Instant from,
        Instant to) {

    public static final PetitionFilter ALL =
            new PetitionFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null);

    public PetitionFilter withStates(Set<State> some) {
        return new PetitionFilter(sections, types, domains, districts, agencies, some, from, to);
    }

    public PetitionFilter withDistrict(String district) {
        return new PetitionFilter(sections, types, domains, Set.of(district), agencies, states, from, to);
    }

    public PetitionFilter withAgency(String agency) {
        return new PetitionFilter(sections, types, domains, districts, Set.of(agency), states, from, to);
    }

    public PetitionFilter between(Instant start, Instant end) {
        return new PetitionFilter(sections, types, domains, districts, agencies, states, start, end);
    }
}
