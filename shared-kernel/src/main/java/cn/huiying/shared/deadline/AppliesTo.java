package cn.huiying.shared.deadline;

import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.Urgency;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which petitions a checkpoint is for 适用范围. An empty set is all; a value that is not known yet is in no other set.
 */
public record AppliesTo(
        Set<Section> sections,
        Set<PetitionType> types,
        Set<PetitionClass> petitionClasses,
        Set<LimitClass> limitClasses,
        Set<Urgency> urgencies) {

    /** Every petition. */
    public static final AppliesTo ALL = new AppliesTo(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public AppliesTo {
        sections = inOrder(Section.class, sections);
        types = inOrder(PetitionType.class, types);
        petitionClasses = inOrder(PetitionClass.class, petitionClasses);
        limitClasses = inOrder(LimitClass.class, limitClasses);
        urgencies = inOrder(Urgency.class, urgencies);
    }

    public boolean includes(Matter matter) {
        return includes(sections, matter.section())
                && includes(types, matter.type())
                && includes(petitionClasses, matter.petitionClass())
                && includes(limitClasses, matter.limitClass())
                && includes(urgencies, matter.urgency());
    }

    private static <E> boolean includes(Set<E> set, E value) {
        return set.isEmpty() || value != null && set.contains(value);
    }

    /** The stored form must not depend on how the set was made. */
    private static <E extends Enum<E>> Set<E> inOrder(Class<E> type, Set<E> values) {
        Set<E> set = EnumSet.noneOf(type);
        set.addAll(values);
        return Collections.unmodifiableSet(set);
    }
}
