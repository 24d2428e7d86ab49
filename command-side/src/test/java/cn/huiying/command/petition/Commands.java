package cn.huiying.command.petition;

import static cn.huiying.command.petition.People.sealed;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.PICTURE;

import cn.huiying.command.petition.accepting.AcceptPetition;
import cn.huiying.command.petition.attaching.AddAttachment;
import cn.huiying.command.petition.attaching.HideAttachment;
import cn.huiying.command.petition.attaching.RemoveAttachment;
import cn.huiying.command.petition.cohandling.AddCoHandler;
import cn.huiying.command.petition.cohandling.ProposeCoHandler;
import cn.huiying.command.petition.cohandling.RemoveCoHandler;
import cn.huiying.command.petition.contacting.LogContact;
import cn.huiying.command.petition.correcting.CorrectPetition;
import cn.huiying.command.petition.correcting.RequestCorrection;
import cn.huiying.command.petition.designating.DesignateAgency;
import cn.huiying.command.petition.dispatching.DispatchPetition;
import cn.huiying.command.petition.due.RecordDueMoments;
import cn.huiying.command.petition.evaluating.EvaluatePetition;
import cn.huiying.command.petition.merging.MergeAsDuplicate;
import cn.huiying.command.petition.publishing.PublishPetition;
import cn.huiying.command.petition.publishing.PublishReply;
import cn.huiying.command.petition.publishing.TakeDownPetition;
import cn.huiying.command.petition.replying.ApproveReply;
import cn.huiying.command.petition.replying.ConfirmReply;
import cn.huiying.command.petition.replying.ReturnReply;
import cn.huiying.command.petition.replying.SubmitReply;
import cn.huiying.command.petition.returning.DecideReturn;
import cn.huiying.command.petition.returning.RequestReturn;
import cn.huiying.command.petition.signing.SignAssignment;
import cn.huiying.command.petition.submitting.SubmitPetition;
import cn.huiying.command.petition.withdrawing.WithdrawPetition;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.AttachmentId;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.ContactChannel;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.privacy.Sealed;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;

/** Commands with plausible values for what does not matter. */
final class Commands {

    private static final Set<Class<?>> COHANDLING =
            Set.of(ProposeCoHandler.class, AddCoHandler.class, RemoveCoHandler.class);

    private Commands() {}

    static SubmitPetition submit(PetitionType type, Sealed body, Sealed claim, Sealed supplement) {
        return submit(People.AUTHORS_ACCOUNT, type, "城建", body, claim, supplement);
    }

    static SubmitPetition submit(
            AccountId author, PetitionType type, String domain, Sealed body, Sealed claim, Sealed supplement) {
        return new SubmitPetition(
                PETITION,
                Moments.MONDAY,
                "JY20230306000001",
                author,
                "王***",
                Section.MASS_MESSAGE,
                Board.COUNTY_LEADER,
                type,
                domain,
                "445224",
                VisibilityWish.PUBLIC,
                sealed("PetitionSubmitted.title"),
                body,
                claim,
                supplement,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** For the whole city. */
    static SubmitPetition submit(Section section, PetitionType type, Sealed body, Sealed reason, Sealed proposal) {
        return new SubmitPetition(
                PETITION,
                Moments.MONDAY,
                "JY20230306000001",
                People.AUTHORS_ACCOUNT,
                "王***",
                section,
                Board.MUNICIPAL_LEADER,
                type,
                "交通",
                "445200",
                VisibilityWish.PUBLIC,
                sealed("PetitionSubmitted.title"),
                body,
                null,
                null,
                null,
                null,
                null,
                null,
                reason,
                proposal,
                null);
    }

    /** The same, imported. */
    static SubmitPetition from(String source, SubmitPetition posted) {
        return new SubmitPetition(
                posted.petitionId(),
                posted.at(),
                posted.number(),
                posted.author(),
                posted.nickname(),
                posted.section(),
                posted.board(),
                posted.type(),
                posted.domain(),
                posted.district(),
                posted.visibilityWish(),
                posted.title(),
                posted.body(),
                posted.claim(),
                posted.supplement(),
                posted.place(),
                posted.hiddenRemark(),
                posted.policy(),
                posted.topic(),
                posted.reason(),
                posted.proposal(),
                source);
    }

    /** @param policy asked about */
    static SubmitPetition ask(Section section, PolicyId policy, String source) {
        return new SubmitPetition(
                PETITION,
                Moments.MONDAY,
                "JY20230306000001",
                People.AUTHORS_ACCOUNT,
                "王***",
                section,
                Board.MUNICIPAL_LEADER,
                PetitionType.CONSULTATION,
                "企业",
                "445200",
                VisibilityWish.PUBLIC,
                sealed("PetitionSubmitted.title"),
                sealed("PetitionSubmitted.body"),
                null,
                null,
                null,
                null,
                policy,
                null,
                null,
                null,
                source);
    }

    /** The one topic there is; it takes suggestions in March 2023. */
    static final SuggestionTopicId TOPIC = new SuggestionTopicId("TOP-1");

    /** For the whole city, answering a topic. */
    static SubmitPetition answering(SuggestionTopicId topic, Section section, Instant at) {
        boolean suggestion = section == Section.SUGGESTION;
        Object command = submit(
                section,
                PetitionType.ADVICE,
                suggestion ? null : sealed("PetitionSubmitted.body"),
                suggestion ? sealed("PetitionSubmitted.reason") : null,
                suggestion ? sealed("PetitionSubmitted.proposal") : null);
        return (SubmitPetition) with(with(command, "topic", topic), "at", at);
    }

    static SubmitPetition submitHelp() {
        return submit(PetitionType.HELP, sealed("PetitionSubmitted.body"), null, null);
    }

    static RequestCorrection requestCorrection(Instant at) {
        return new RequestCorrection(PETITION, at, "请补充地址");
    }

    static CorrectPetition correct(Instant at) {
        return new CorrectPetition(PETITION, at, null, sealed("PetitionCorrected.body"), null, null, null, null);
    }

    static AcceptPetition accept(PetitionClass petitionClass, String accused) {
        return new AcceptPetition(
                PETITION, Moments.MONDAY, null, null, petitionClass, LimitClass.C7, Urgency.NORMAL, accused);
    }

    static MergeAsDuplicate mergeInto(PetitionId main) {
        return new MergeAsDuplicate(PETITION, Moments.MONDAY, main, "同一事项");
    }

    static DispatchPetition dispatchTo(String agency) {
        return dispatchTo(agency, Moments.MONDAY);
    }

    static DispatchPetition dispatchTo(String agency, Instant at) {
        return new DispatchPetition(PETITION, at, agency, null);
    }

    static DesignateAgency designate(String agency) {
        return new DesignateAgency(PETITION, Moments.MONDAY, agency, "职责明确");
    }

    static SignAssignment sign(Instant at) {
        return new SignAssignment(PETITION, at);
    }

    static RequestReturn requestReturn(Instant at) {
        return requestReturn(at, Directory.HUILAI_TRAFFIC);
    }

    static RequestReturn requestReturn(Instant at, String suggested) {
        return new RequestReturn(PETITION, at, "不属于本单位职责", suggested);
    }

    static DecideReturn decideReturn(boolean granted) {
        return new DecideReturn(PETITION, Moments.MONDAY, granted, "已核实");
    }

    static LogContact logContact(Instant at) {
        return new LogContact(PETITION, at, ContactChannel.PHONE, true, sealed("CitizenContacted.note"));
    }

    static SubmitReply reply(ReplyOutcome outcome) {
        return new SubmitReply(PETITION, Moments.MONDAY, outcome, sealed("ReplySubmitted.text"), "《城乡规划法》", "现场照片");
    }

    static ReturnReply returnReply() {
        return new ReturnReply(PETITION, Moments.MONDAY, "请写明期限");
    }

    static ApproveReply approve(Instant at) {
        return new ApproveReply(PETITION, at);
    }

    static ConfirmReply confirm(Instant at) {
        return new ConfirmReply(PETITION, at);
    }

    static EvaluatePetition evaluate(Integer solved, int manner, int speed) {
        return evaluate(solved, manner, speed, Moments.MONDAY);
    }

    static EvaluatePetition evaluate(Integer solved, int manner, int speed, Instant at) {
        return new EvaluatePetition(PETITION, at, solved, manner, speed, null);
    }

    static RecordDueMoments timePasses(Instant until) {
        return new RecordDueMoments(PETITION, until);
    }

    static WithdrawPetition withdraw() {
        return new WithdrawPetition(PETITION, Moments.MONDAY, "已解决");
    }

    static PublishPetition publish() {
        return new PublishPetition(PETITION, Moments.MONDAY, "路灯不亮", "某路段路灯不亮");
    }

    static PublishReply publishReply() {
        return new PublishReply(PETITION, Moments.MONDAY, "路灯已修复");
    }

    static AddAttachment addAttachment(AttachmentId id, boolean visibleToPublic) {
        return new AddAttachment(PETITION, Moments.MONDAY, id, "image/jpeg", 4711, "5e", visibleToPublic);
    }

    static RemoveAttachment removeAttachment(AttachmentId id) {
        return new RemoveAttachment(PETITION, Moments.MONDAY, id);
    }

    static HideAttachment hideAttachment(AttachmentId id) {
        return new HideAttachment(PETITION, Moments.MONDAY, id, "含车牌");
    }

    static TakeDownPetition takeDown() {
        return new TakeDownPetition(PETITION, Moments.MONDAY, "含不当内容");
    }

    /** Any command, with a plausible value in every component. */
    static Object plausible(Class<?> command, Instant at) {
        try {
            RecordComponent[] components = command.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = Arrays.stream(components)
                    .map(component -> plausible(component, at))
                    .toArray();
            return command.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(command + " can't be built", e);
        }
    }

    /** The same command with another value in one component. */
    static Object with(Object command, String name, Object value) {
        try {
            RecordComponent[] components = command.getClass().getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = components[i].getName().equals(name)
                        ? value
                        : components[i].getAccessor().invoke(command);
            }
            return command.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(command + " can't be built", e);
        }
    }

    private static Object plausible(RecordComponent component, Instant at) {
        Class<?> type = component.getType();
        String name = component.getName();
        if (type == Instant.class) {
            return at;
        }
        if (type == PetitionId.class) {
            return name.equals("petitionId") ? PETITION : new PetitionId("PET-2");
        }
        if (type == MeasureId.class) {
            return new MeasureId("MEA-1");
        }
        if (type == SuggestionTopicId.class || type == PolicyId.class) {
            return null;
        }
        if (type == AttachmentId.class) {
            return PICTURE;
        }
        if (type == AccountId.class) {
            return People.AUTHORS_ACCOUNT;
        }
        if (type == Sealed.class) {
            // Only a complaint or a suggestion has these, and the petition of the tests is neither.
            return Set.of("claim", "supplement", "reason", "proposal").contains(name) ? null : sealed(name);
        }
        if (type == Integer.class) {
            return 4;
        }
        if (type == Boolean.class) {
            return !name.equals("release");
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == String.class) {
            if (name.equals("agency") && COHANDLING.contains(component.getDeclaringRecord())) {
                return Directory.HUILAI_TRAFFIC;
            }
            return switch (name) {
                case "agency" -> Directory.HUILAI_HOUSING;
                case "suggestedAgency" -> Directory.HUILAI_TRAFFIC;
                case "accusedAgency", "source" -> null;
                case "domain" -> "城建";
                case "district" -> "445224";
                default -> "说明";
            };
        }
        throw new AssertionError("No plausible value for " + component);
    }
}
