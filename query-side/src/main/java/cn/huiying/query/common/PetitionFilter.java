package cn.huiying.query.common;

import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.policy.PolicyId;
import java.time.Instant;
import java.util.Set;

/**
 * Which petitions a list contains; empty sets and nulls do not narrow it.
 *
 * @param agencies codes of lead agencies
 * @param from     submitted at or after this moment
 * @param to       submitted before this moment
 * @param answeredAbout only inquiries about this policy that were answered in public
 */
public record PetitionFilter(
        Set<Section> sections,
        Set<PetitionType> types,
        Set<String> domains,
        Set<String> districts,
        Set<String> agencies,
        Set<State> states,
        Instant from,
        Instant to,
        PolicyId answeredAbout) {

    public static final PetitionFilter ALL =
            new PetitionFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, null);

    public PetitionFilter withStates(Set<State> some) {
        return new PetitionFilter(sections, types, domains, districts, agencies, some, from, to, answeredAbout);
    }

    public PetitionFilter withSection(Section section) {
        return new PetitionFilter(
                Set.of(section), types, domains, districts, agencies, states, from, to, answeredAbout);
    }

    public PetitionFilter withDistrict(String district) {
        return new PetitionFilter(
                sections, types, domains, Set.of(district), agencies, states, from, to, answeredAbout);
    }

    public PetitionFilter withAgency(String agency) {
        return new PetitionFilter(sections, types, domains, districts, Set.of(agency), states, from, to, answeredAbout);
    }

    public PetitionFilter between(Instant start, Instant end) {
        return new PetitionFilter(sections, types, domains, districts, agencies, states, start, end, answeredAbout);
    }

    public PetitionFilter onlyAnsweredAbout(PolicyId policy) {
        return new PetitionFilter(sections, types, domains, districts, agencies, states, from, to, policy);
    }
}
