package cn.huiying.query.policy;

import cn.huiying.shared.policy.PolicyEvent;
import cn.huiying.shared.policy.PolicyInterpreted;
import cn.huiying.shared.policy.PolicyPublished;
import cn.huiying.shared.policy.PolicySuperseded;
import cn.huiying.shared.policy.PolicyTagged;
import cn.huiying.shared.policy.PolicyWithdrawn;
import java.util.Map;

/** The Chinese names of what happens to policies. */
public final class PolicyEventNames {

    private static final Map<String, String> CHINESE = Map.of(
            PolicyPublished.class.getSimpleName(), "政策发布",
            PolicyInterpreted.class.getSimpleName(), "政策解读",
            PolicyTagged.class.getSimpleName(), "政策标签",
            PolicySuperseded.class.getSimpleName(), "政策替代",
            PolicyWithdrawn.class.getSimpleName(), "政策撤回");

    private PolicyEventNames() {}

    public static String chinese(PolicyEvent event) {
        return chinese(event.getClass().getSimpleName());
    }

    static String chinese(String event) {
        return CHINESE.get(event);
    }
}
