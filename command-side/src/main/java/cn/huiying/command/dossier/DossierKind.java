package cn.huiying.command.dossier;

import cn.huiying.command.common.Handlers;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refusal;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A kind of things beside the petitions, such as orders, proposals or topics, each with a stream, doors and commands of its own. The
 * commands are read off its aggregate's handlers and its stages' methods.
 */
public class DossierKind {

    private final String area;
    private final String path;
    private final String type;
    private final String prefix;
    private final String slug;
    private final String english;
    private final String chinese;
    private final String idName;
    private final Function<String, Object> id;
    private final Class<?> creating;
    private final Map<String, Class<?>> bySlug;

    /**
     * Describes a kind.
     *
     * @param area     of the API that its doors are in; null where they are in none
     * @param path     of its doors, in the area where there is one
     * @param prefix   of its ids
     * @param slug     of what it is called where one is not found
     * @param idName   of its commands' first component
     * @param id       reads an id
     * @param creating the command that makes one
     */
    public DossierKind(
            String area,
            String path,
            String prefix,
            String slug,
            String english,
            String chinese,
            String idName,
            Function<String, Object> id,
            Class<?> aggregate,
            Class<?> creating) {
        this.area = area;
        this.path = "/api/" + (area == null ? "" : area + "/") + path;
        this.type = aggregate.getAnnotation(Aggregate.class).type();
        this.prefix = prefix;
        this.slug = slug;
        this.english = english;
        this.chinese = chinese;
        this.idName = idName;
        this.id = id;
        this.creating = creating;
        this.bySlug = Handlers.bySlug(aggregate, command -> actionOf(command).slug());
    }

    /** What is declared of a command. */
    public static DossierAction actionOf(Class<?> command) {
        return command.getAnnotation(DossierAction.class);
    }

    /** Of its doors. */
    public String path() {
        return path;
    }

    /** Where one is read: as a rule beside its doors. */
    public String location(Object id) {
        return path + "/" + id;
    }

    /** What the log calls its streams. */
    String type() {
        return type;
    }

    /** The command that makes one, at {@link #path()} itself. */
    public Class<?> creating() {
        return creating;
    }

    /** The commands that people send to one that is there, by slug: each has its door. */
    public Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new TreeMap<>(bySlug);
        commands.values()
                .removeIf(command ->
                        command == creating || Arrays.equals(actionOf(command).roles(), ONLY_THE_PLATFORM));
        return commands;
    }

    private static final Role[] ONLY_THE_PLATFORM = {Role.SYSTEM};

    /** An id as an example. */
    public String exampleId() {
        return prefix + "5258dc6a-e701-4861-b40a-5bb2c4a83526";
    }

    /** What the digests of idempotency keys are of. */
    public String target() {
        return actionOf(creating).slug() + "-" + (area == null ? "" : area + "-") + slug;
    }

    public Object newId(Object unique) {
        return id.apply(prefix + unique);
    }

    public String idName() {
        return idName;
    }

    /** @throws InvalidInput where it is malformed */
    public Object idOf(String text) {
        try {
            return id.apply(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", chinese + "编号格式不对。", e.getMessage() + ".");
        }
    }

    public Refused unknown() {
        return Refused.notFound(slug + "-not-found", "没有找到该" + chinese + "。", "There is no such " + english + ".");
    }

    public Refused unknownCommand(String command) {
        return Refused.notFound(
                "unknown-command",
                "没有操作“" + command + "”。",
                "There is no command “" + command + "” on this " + english + ".");
    }

    /** @throws Refused where the role may not send such a command */
    public void requireRole(Role role, Class<?> command) {
        DossierAction action = actionOf(command);
        if (!Arrays.asList(action.roles()).contains(role)) {
            throw Refused.forbidden(
                    "role-may-not",
                    "您的角色不能" + action.chinese() + "。",
                    "Your role may not " + action.slug() + " on this " + english + ".");
        }
    }

    public Refused stale(long version, DossierStage stage) {
        return new Refused(new Refusal(
                Refusal.Kind.STALE,
                "stale-version",
                "该" + chinese + "已被他人更新(当前版本 " + version + "),请刷新后再操作。",
                "The " + english + " was changed meanwhile (it is at version " + version + "); load it again.",
                stage.state().name(),
                List.of()));
    }

    /** The stage, where it allows the command. */
    public <S> S require(DossierStage stage, Object command, Class<S> needed) {
        if (needed.isInstance(stage)) {
            return needed.cast(stage);
        }
        DossierAction action = actionOf(command.getClass());
        throw new Refused(new Refusal(
                Refusal.Kind.STATE,
                "not-in-this-state",
                "该" + chinese + stage.stateText() + ",不能" + action.chinese() + "。",
                "The " + english + " is " + stage.state() + "; " + action.slug() + " is not possible now.",
                stage.state().name(),
                allowedIn(stage)));
    }

    private List<String> allowedIn(DossierStage stage) {
        return Handlers.methods(stage.getClass())
                .map(method -> method.getParameterTypes())
                .filter(types -> types.length > 0 && commands().containsValue(types[0]))
                .map(types -> actionOf(types[0]).slug())
                .distinct()
                .sorted()
                .toList();
    }
}
