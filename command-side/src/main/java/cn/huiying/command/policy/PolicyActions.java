package cn.huiying.command.policy;

import cn.huiying.command.common.Handlers;
import cn.huiying.command.policy.action.PolicyAction;
import cn.huiying.command.policy.publishing.PublishPolicy;
import cn.huiying.shared.rule.Refusal;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The commands on policies, read off the handlers of {@link PolicyItem} and the methods of its stages. */
public final class PolicyActions {

    private static final Map<String, Class<?>> BY_SLUG =
            Handlers.bySlug(PolicyItem.class, command -> of(command).slug());

    private PolicyActions() {}

    /** What is declared of a command. */
    public static PolicyAction of(Class<?> command) {
        return command.getAnnotation(PolicyAction.class);
    }

    /** The commands on a policy that is there, by slug: each has its door. */
    public static Map<String, Class<?>> bySlug() {
        Map<String, Class<?>> commands = new TreeMap<>(BY_SLUG);
        commands.values().remove(PublishPolicy.class);
        return commands;
    }

    /** @throws Refused where the role may not send such a command */
    static void requireRole(Role role, Class<?> command) {
        PolicyAction action = of(command);
        if (!Arrays.asList(action.roles()).contains(role)) {
            throw Refused.forbidden(
                    "role-may-not",
                    "您的角色不能" + action.chinese() + "。",
                    "Your role may not " + action.slug() + " policies.");
        }
    }

    /** The stage, where it allows the command. */
    static <S> S require(PolicyStage stage, Object command, Class<S> needed) {
        if (needed.isInstance(stage)) {
            return needed.cast(stage);
        }
        PolicyAction action = of(command.getClass());
        throw new Refused(new Refusal(
                Refusal.Kind.STATE,
                "not-in-this-state",
                "该政策" + stage.state().chinese() + ",不能" + action.chinese() + "。",
                "The policy is " + stage.state() + "; " + action.slug() + " is not possible now.",
                stage.state().name(),
                allowedIn(stage)));
    }

    private static List<String> allowedIn(PolicyStage stage) {
        return Handlers.methods(stage.getClass())
                .map(method -> method.getParameterTypes())
                .filter(types -> types.length > 0 && bySlug().containsValue(types[0]))
                .map(types -> of(types[0]).slug())
                .distinct()
                .sorted()
                .toList();
    }
}
