package cn.huiying.command.policy;

import cn.huiying.command.common.ListedValues;
import cn.huiying.command.dossier.CommandCheck;
import cn.huiying.command.policy.publishing.PublishPolicy;
import cn.huiying.command.policy.tagging.TagPolicy;
import cn.huiying.shared.policy.PolicyTags;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Refuses tags that are not listed. */
class KnownTags implements CommandCheck {

    private final ListedValues listed;

    KnownTags(ListedValues listed) {
        this.listed = listed;
    }

    @Override
    public void check(Object command) {
        if (command instanceof PublishPolicy publish) {
            check(publish.tags());
        } else if (command instanceof TagPolicy tag) {
            check(tag.tags());
        }
    }

    /**
     * @param tags at {@code /tags} in the body; null where there are none
     * @throws InvalidInput naming what is not listed
     */
    void check(PolicyTags tags) {
        if (tags == null) {
            return;
        }
        List<Fault> faults = new ArrayList<>();
        check(faults, "/tags/districts", tags.districts(), listed.districts());
        check(faults, "/tags/topics", tags.topics(), listed.policyTopics());
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static void check(List<Fault> faults, String pointer, Collection<String> given, Set<String> known) {
        if (!known.containsAll(given)) {
            Set<String> sorted = new TreeSet<>(known);
            faults.add(new Fault(
                    pointer, "unknown-value", "取值须是 " + sorted + " 之一。", "The values must be among " + sorted + "."));
        }
    }
}
