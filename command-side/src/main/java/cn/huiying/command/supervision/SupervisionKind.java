package cn.huiying.command.supervision;

import cn.huiying.command.common.Handlers;
import cn.huiying.command.supervision.action.SupervisionAction;
import cn.huiying.command.supervision.drafting.DraftSupervisionOrder;
import cn.huiying.command.supervision.instructing.RecordLeaderInstruction;
import cn.huiying.command.supervision.proposing.IssueProposal;
import cn.huiying.command.supervision.reporting.OfferMediaLead;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refusal;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.InstructionId;
import cn.huiying.shared.supervision.MediaLeadId;
import cn.huiying.shared.supervision.ProposalId;
import cn.huiying.shared.supervision.SupervisionOrderId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The kinds of things in supervision, each with its commands, which are read off its aggregate's handlers and its stages' methods. */
public enum SupervisionKind {
    /** 督办件. */
    ORDER(
            "orders",
            "ORD-",
            "order",
            "order",
            "督办件",
            "orderId",
            SupervisionOrderId::new,
            SupervisionOrder.class,
            DraftSupervisionOrder.class),
    /** 三项建议. */
    PROPOSAL(
            "proposals",
            "PRO-",
            "proposal",
            "proposal",
            "建议",
            "proposalId",
            ProposalId::new,
            Proposal.class,
            IssueProposal.class),
    /** 领导批示. */
    INSTRUCTION(
            "instructions",
            "INS-",
            "instruction",
            "instruction",
            "批示",
            "instructionId",
            InstructionId::new,
            LeaderInstruction.class,
            RecordLeaderInstruction.class),
    /** 媒体线索. */
    MEDIA_LEAD(
            "media-leads",
            "LEAD-",
            "media-lead",
            "lead",
            "线索",
            "leadId",
            MediaLeadId::new,
            MediaLead.class,
            OfferMediaLead.class);

    private final String path;
    private final String prefix;
    private final String slug;
    private final String english;
    private final String chinese;
    private final String idName;
    private final Function<String, Object> id;
    private final Class<?> creating;
    private final Map<String, Class<?>> bySlug;

    SupervisionKind(
            String path,
            String prefix,
            String slug,
            String english,
            String chinese,
            String idName,
            Function<String, Object> id,
            Class<?> aggregate,
            Class<?> creating) {
        this.path = "/api/supervision/" + path;
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
    public static SupervisionAction actionOf(Class<?> command) {
        return command.getAnnotation(SupervisionAction.class);
    }

    /** Of its doors. */
    public String path() {
        return path;
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
    String target() {
        return actionOf(creating).slug() + "-supervision-" + slug;
    }

    Object newId(Object unique) {
        return id.apply(prefix + unique);
    }

    String idName() {
        return idName;
    }

    /** @throws InvalidInput where it is malformed */
    Object idOf(String text) {
        try {
            return id.apply(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", chinese + "编号格式不对。", e.getMessage() + ".");
        }
    }

    Refused unknown() {
        return Refused.notFound(slug + "-not-found", "没有找到该" + chinese + "。", "There is no such " + english + ".");
    }

    Refused unknownCommand(String command) {
        return Refused.notFound(
                "unknown-command",
                "没有操作“" + command + "”。",
                "There is no command “" + command + "” on this " + english + ".");
    }

    /** @throws Refused where the role may not send such a command */
    void requireRole(Role role, Class<?> command) {
        SupervisionAction action = actionOf(command);
        if (!Arrays.asList(action.roles()).contains(role)) {
            throw Refused.forbidden(
                    "role-may-not",
                    "您的角色不能" + action.chinese() + "。",
                    "Your role may not " + action.slug() + " on this " + english + ".");
        }
    }

    Refused stale(long version, SupervisionStage stage) {
        return new Refused(new Refusal(
                Refusal.Kind.STALE,
                "stale-version",
                "该" + chinese + "已被他人更新(当前版本 " + version + "),请刷新后再操作。",
                "The " + english + " was changed meanwhile (it is at version " + version + "); load it again.",
                stage.state().name(),
                List.of()));
    }

    /** The stage, where it allows the command. */
    <S> S require(SupervisionStage stage, Object command, Class<S> needed) {
        if (needed.isInstance(stage)) {
            return needed.cast(stage);
        }
        SupervisionAction action = actionOf(command.getClass());
        throw new Refused(new Refusal(
                Refusal.Kind.STATE,
                "not-in-this-state",
                "该" + chinese + stage.stateText() + ",不能" + action.chinese() + "。",
                "The " + english + " is " + stage.state() + "; " + action.slug() + " is not possible now.",
                stage.state().name(),
                allowedIn(stage)));
    }

    private List<String> allowedIn(SupervisionStage stage) {
        return Handlers.methods(stage.getClass())
                .map(method -> method.getParameterTypes())
                .filter(types -> types.length > 0 && commands().containsValue(types[0]))
                .map(types -> actionOf(types[0]).slug())
                .distinct()
                .sorted()
                .toList();
    }
}
