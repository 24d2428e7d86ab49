package cn.huiying.command.policy;

import cn.huiying.shared.policy.PolicyTags;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Refuses tags that no policy and no enterprise can have. */
class KnownTags {

    /** The sections of GB/T 4754-2017. */
    private static final Set<String> INDUSTRIES = IntStream.rangeClosed('A', 'T')
            .mapToObj(Character::toString)
            .collect(Collectors.toCollection(TreeSet::new));

    private final PolicySettings settings;

    KnownTags(PolicySettings settings) {
        this.settings = settings;
    }

    /**
     * @param pointer where the tags stand in the body
     * @throws InvalidInput naming what is not known
     */
    void check(String pointer, PolicyTags tags) {
        List<Fault> faults = new ArrayList<>();
        check(faults, pointer + "/industries", tags.industries(), INDUSTRIES);
        check(faults, pointer + "/districts", tags.districts(), settings.districts());
        check(faults, pointer + "/topics", tags.topics(), settings.topics());
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static void check(List<Fault> faults, String pointer, Collection<String> given, Set<String> known) {
        if (!known.containsAll(given)) {
            String some = String.join(", ", new TreeSet<>(known));
            faults.add(new Fault(
                    pointer, "unknown-value", "取值须是 " + some + " 之一。", "The values must be among " + some + "."));
        }
    }
}
