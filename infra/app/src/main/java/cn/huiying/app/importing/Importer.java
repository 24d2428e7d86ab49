package cn.huiying.app.importing;

import cn.huiying.app.importing.Message.Step;
import cn.huiying.command.account.AccountStanding;
import cn.huiying.command.account.Accounts;
import cn.huiying.command.account.EnterpriseStanding;
import cn.huiying.command.account.confirming.ConfirmPhone;
import cn.huiying.command.account.confirming.IssuePhoneCode;
import cn.huiying.command.account.registering.RegisterCitizen;
import cn.huiying.command.account.registering.RegisterEnterprise;
import cn.huiying.command.account.verifying.VerifyEnterprise;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.common.Digests;
import cn.huiying.command.numbering.PetitionNumbers;
import cn.huiying.command.petition.PetitionActions;
import cn.huiying.command.petition.PetitionOverview;
import cn.huiying.command.petition.door.PetitionCommands;
import cn.huiying.command.petition.submitting.SubmitPetition;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.account.CreditCode;
import cn.huiying.shared.account.Verification;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings one historical message in, by the same commands that the doors send, with their historical times. Each command has
 * an idempotency key of its own, so that an import that was interrupted or comes twice doubles nothing. Safe for many threads.
 */
class Importer {

    private final CommandDoor door;
    private final PetitionCommands commands;
    private final PetitionNumbers numbers;
    private final PetitionOverview petitions;
    private final Accounts accounts;
    private final Vault vault;
    private final Inference inference;
    private final String source;
    private final String noticeVersion;
    private final Instant now;
    private final Map<AccountId, Boolean> registered = new ConcurrentHashMap<>();

    Importer(
            CommandDoor door,
            PetitionCommands commands,
            PetitionNumbers numbers,
            PetitionOverview petitions,
            Accounts accounts,
            Vault vault,
            Inference inference,
            String source,
            String noticeVersion,
            Instant now) {
        this.door = door;
        this.commands = commands;
        this.numbers = numbers;
        this.petitions = petitions;
        this.accounts = accounts;
        this.vault = vault;
        this.inference = inference;
        this.source = source;
        this.noticeVersion = noticeVersion;
        this.now = now;
    }

    /** @return whether the message is new here */
    boolean bringIn(Message message) {
        try {
            PetitionId id = idOf(message.ref());
            Actor author = author(message);
            boolean isNew = submit(id, author, message);
            List<Step> steps = message.steps() == null ? inference.steps(message, now) : message.steps();
            for (int i = 0; i < steps.size(); i++) {
                try {
                    step(id, author, message, steps.get(i), i);
                } catch (Refused e) {
                    throw new BadLine("step " + (i + 1) + " (" + steps.get(i).command() + "): " + e.getMessage());
                }
            }
            return isNew;
        } catch (InvalidInput e) {
            InvalidInput.Fault fault = e.faults().getFirst();
            throw new BadLine("field " + fault.pointer() + ": " + fault.english());
        } catch (Refused e) {
            throw new BadLine(e.getMessage());
        }
    }

    private PetitionId idOf(String ref) {
        return idOf(source, ref);
    }

    /** The id of a message, the same at each import. */
    static PetitionId idOf(String source, String ref) {
        return new PetitionId("PET-" + Digests.of("import", source, ref));
    }

    private boolean submit(PetitionId id, Actor author, Message message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("section", message.section());
        body.put("board", message.board());
        body.put("type", message.type());
        body.put("domain", message.domain());
        body.put("district", message.district() == null ? DirectoryData.CITY : message.district());
        body.put("visibilityWish", message.visibilityWish());
        body.put("title", message.title());
        boolean complaint = message.type().equals("COMPLAINT");
        put(body, complaint ? "claim" : "body", message.content());
        put(body, "supplement", complaint ? message.supplement() : null);
        put(body, "place", message.place());
        put(body, "hiddenRemark", message.hiddenRemark());
        put(body, "policy", message.policy());
        put(body, "topic", message.topic());
        put(body, "reason", message.reason());
        put(body, "proposal", message.proposal());
        String digest = Digests.of(body.toString());
        Optional<DomainEventMessage<?>> earlier = petitions.submission(id);
        if (earlier.isEmpty()) {
            SubmitPetition unnumbered =
                    commands.submit(id, AccountId.ofSubject(author.id()), body, message.submittedAt(), source);
            SubmitPetition command = unnumbered.numbered(numbers.next(message.submittedAt()));
            try {
                door.send(command, author, idempotency(message.ref(), "submit", digest));
                return true;
            } catch (AggregateStreamCreationException e) {
                earlier = petitions.submission(id);
            }
        }
        if (!digest.equals(earlier.orElseThrow().getMetaData().get(CommandMetadata.REQUEST_DIGEST))) {
            throw new BadLine("“" + message.ref() + "” was imported before with another content");
        }
        return false;
    }

    private void step(PetitionId id, Actor author, Message message, Step step, int index) {
        ObjectNode body = step.body().deepCopy();
        if (step.command().equals("merge") && body.get("main") != null) {
            body.put("main", idOf(body.get("main").stringValue()).value());
        }
        if (step.command().equals("correct") && body.has("content")) {
            body.set(message.type().equals("COMPLAINT") ? "claim" : "body", body.remove("content"));
        }
        Object command = commands.onPetition(id, step.command(), AccountId.ofSubject(author.id()), body, step.at());
        door.send(
                command,
                actor(id, author, step),
                idempotency(message.ref(), index + " " + step.command(), Digests.of(step.at() + body.toString())));
    }

    /** Who did a step: the first role that may, of the agency that has the petition in hand. */
    private Actor actor(PetitionId id, Actor author, Step step) {
        Role role =
                PetitionActions.of(PetitionActions.bySlug().get(step.command())).roles()[0];
        return switch (role) {
            case CITIZEN, ENTERPRISE -> author;
            case AGENCY_HANDLER, AGENCY_LEADER -> {
                String agency = petitions.lead(id).orElse("none");
                yield new Actor("import-" + role.name() + "-" + agency, role, agency, null);
            }
            default -> new Actor("import-" + role.name(), role, null, null);
        };
    }

    private Actor author(Message message) {
        Message.Author author = message.author();
        // Where the source does not tell, all its messages belong to one account that stands for it.
        String subject = author == null ? "import-" + source : author.ref();
        Role role = author != null && author.enterprise() != null ? Role.ENTERPRISE : Role.CITIZEN;
        Actor actor = new Actor(subject, role, null, null);
        registered.computeIfAbsent(AccountId.ofSubject(subject), id -> {
            if (!accounts.standing(id).mayPost()) {
                register(
                        id,
                        actor,
                        author == null ? new Message.Author(subject, "历史留言作者", "未知", null) : author,
                        message.submittedAt());
            }
            return true;
        });
        return actor;
    }

    private void register(AccountId id, Actor actor, Message.Author author, Instant at) {
        AccountStanding standing = accounts.standing(id);
        Message.Enterprise enterprise = author.enterprise();
        if (enterprise != null && standing.enterprise() == null) {
            CreditCode code = enterprise.creditCode();
            door.send(
                    new RegisterEnterprise(
                            id,
                            at,
                            vault.seal(id.value(), "EnterpriseRegistered.name", enterprise.name()),
                            code == null
                                    ? null
                                    : vault.seal(id.value(), "EnterpriseRegistered.creditCode", code.value()),
                            code == null ? null : vault.digest("credit-code", code.value()),
                            vault.seal(id.value(), "EnterpriseRegistered.contact", author.name()),
                            vault.seal(id.value(), "EnterpriseRegistered.phone", author.phone()),
                            enterprise.industry(),
                            enterprise.size(),
                            enterprise.district(),
                            noticeVersion),
                    actor,
                    Map.of());
        } else if (!standing.registered()) {
            RegisterCitizen register = new RegisterCitizen(
                    id,
                    at,
                    vault.seal(id.value(), "CitizenRegistered.name", author.name()),
                    vault.seal(id.value(), "CitizenRegistered.phone", author.phone()),
                    noticeVersion);
            door.send(register, actor, Map.of());
        }
        // Also where the import was interrupted before.
        EnterpriseStanding registered = accounts.standing(id).enterprise();
        if (registered != null && registered.verification() == Verification.PENDING) {
            door.send(
                    new VerifyEnterprise(id, at, registered.particularsAt()),
                    new Actor("import-INTAKE_OFFICER", Role.INTAKE_OFFICER, null, null),
                    Map.of());
        }
        // The source has confirmed the phone already: the code is given back at once.
        String code = vault.digest("phone-code", id + " import");
        door.send(new IssuePhoneCode(id, at, code, at.plusSeconds(1)), actor, Map.of());
        door.send(new ConfirmPhone(id, at, code), actor, Map.of());
    }

    private Map<String, Object> idempotency(String ref, String step, String digest) {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put(CommandMetadata.IDEMPOTENCY_KEY, Digests.of("import", source, ref, step));
        metadata.put(CommandMetadata.REQUEST_DIGEST, digest);
        return metadata;
    }

    private static void put(ObjectNode body, String field, String value) {
        if (value != null) {
            body.put(field, value);
        }
    }
}
