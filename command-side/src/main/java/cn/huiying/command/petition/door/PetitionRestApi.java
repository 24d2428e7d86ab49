package cn.huiying.command.petition.door;

import cn.huiying.command.account.AccountStanding;
import cn.huiying.command.account.Accounts;
import cn.huiying.command.account.viewing.ViewContactData;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.common.EntityTags;
import cn.huiying.command.common.GivenAnswers;
import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.numbering.PetitionNumbers;
import cn.huiying.command.petition.Outcome;
import cn.huiying.command.petition.PetitionOverview;
import cn.huiying.command.petition.PetitionOverview.Offer;
import cn.huiying.command.petition.submitting.SubmitPetition;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.LookupCode;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import jakarta.annotation.Nullable;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The doors to the commands on petitions. */
@RestController
class PetitionRestApi {

    private static final Set<Role> MAY_SEE_CONTACT =
            Set.of(Role.INTAKE_OFFICER, Role.COUNTY_OFFICER, Role.AGENCY_HANDLER, Role.AGENCY_LEADER);

    private final CommandDoor door;
    private final IdempotencyKeys keys;
    private final PetitionCommands commands;
    private final PetitionNumbers numbers;
    private final PetitionOverview petitions;
    private final Accounts accounts;
    private final Vault vault;
    private final InstantSource clock;

    PetitionRestApi(
            CommandDoor door,
            IdempotencyKeys keys,
            PetitionCommands commands,
            PetitionNumbers numbers,
            PetitionOverview petitions,
            Accounts accounts,
            Vault vault,
            InstantSource clock) {
        this.door = door;
        this.keys = keys;
        this.commands = commands;
        this.numbers = numbers;
        this.petitions = petitions;
        this.accounts = accounts;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * What the author gets back.
     *
     * @param lookupCode the 查询码: with the number it shows the progress without an account
     */
    record Submitted(PetitionId id, String number, String lookupCode, long version, State state) {}

    @PostMapping("/api/petitions")
    ResponseEntity<Submitted> submit(
            Actor actor,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        if (actor.role() != Role.CITIZEN && actor.role() != Role.ENTERPRISE) {
            throw Refused.forbidden(
                    "role-may-not", "只有群众和企业可以提交留言。", "Only citizens and enterprises may post petitions.");
        }
        Map<String, Object> idempotency = keys.metadata(actor, "submit", key, body);
        PetitionId id = new PetitionId(
                "PET-" + (key == null ? UUID.randomUUID() : idempotency.get(CommandMetadata.IDEMPOTENCY_KEY)));
        if (key != null) {
            Optional<Submitted> answered = answered(id, idempotency);
            if (answered.isPresent()) {
                return created(answered.get());
            }
        }
        SubmitPetition unnumbered = commands.submit(id, AccountId.ofSubject(actor.id()), body, clock.instant(), null);
        String number = numbers.next(clock.instant());
        Outcome outcome;
        try {
            outcome = door.send(unnumbered.numbered(number), actor, idempotency);
        } catch (AggregateStreamCreationException e) {
            // The same key came in twice at once; the other request was first.
            return created(answered(id, idempotency).orElseThrow(() -> e));
        }
        return created(new Submitted(id, number, LookupCode.of(vault, id), outcome.version(), outcome.state()));
    }

    @PostMapping("/api/petitions/{id}/{command}")
    ResponseEntity<Outcome> act(
            Actor actor,
            @PathVariable String id,
            @PathVariable("command") String slug,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody(required = false) JsonNode body) {
        PetitionId petition = petitionId(id);
        Map<String, Object> metadata = keys.metadata(actor, id + "/" + slug, key, body);
        EntityTags.expectedVersion(actor, ifMatch).ifPresent(v -> metadata.put(CommandMetadata.EXPECTED_VERSION, v));
        JsonNode content = body == null ? JsonNodeFactory.instance.objectNode() : body;
        Object command = commands.onPetition(petition, slug, petitions.author(petition), content, clock.instant());
        Outcome outcome = door.send(command, actor, metadata);
        return ResponseEntity.ok()
                .eTag("\"" + outcome.version() + "\"")
                .header("Petition-Position", "" + door.position())
                .body(outcome);
    }

    /** What this caller may do with the petition now, and until when. */
    record Offers(PetitionId id, long version, State state, List<Offer> commands) {}

    @GetMapping("/api/petitions/{id}/commands")
    ResponseEntity<Offers> offers(Actor actor, @PathVariable String id) {
        PetitionOverview.Standing standing = petitions.standing(petitionId(id), actor, clock.instant());
        return ResponseEntity.ok()
                .eTag("\"" + standing.version() + "\"")
                .header("Petition-Position", "" + door.position())
                .body(new Offers(standing.id(), standing.version(), standing.state(), standing.offers()));
    }

    /**
     * How to reach the author, and what only the handling unit may know.
     *
     * @param name null, like the others, where it was not given or the author's key was destroyed; of an enterprise its own
     * @param contact who answers for an enterprise; null for a citizen
     */
    record Contact(
            @Nullable String name,
            @Nullable String contact,
            @Nullable String phone,
            @Nullable String place,
            @Nullable String hiddenRemark) {}

    /** Opens the contact data for those who handle the petition, and notes in the log who did (PIPL Art. 51). */
    @GetMapping("/api/petitions/{id}/contact")
    ResponseEntity<Contact> contact(Actor actor, @PathVariable String id) {
        if (!MAY_SEE_CONTACT.contains(actor.role())) {
            throw Refused.forbidden("role-may-not", "您的角色不能查看联系方式。", "Your role may not see contact data.");
        }
        PetitionId petition = petitionId(id);
        petitions.requireMaySeeContact(petition, actor);
        PetitionSubmitted event =
                (PetitionSubmitted) petitions.submission(petition).orElseThrow().getPayload();
        door.send(new ViewContactData(event.author(), clock.instant(), petition), actor, Map.of());
        AccountStanding author = accounts.standing(event.author());
        return ResponseEntity.ok()
                .header("Petition-Position", "" + door.position())
                .body(new Contact(
                        open(author.name()),
                        author.enterprise() == null
                                ? null
                                : open(author.enterprise().contact()),
                        open(author.phone()),
                        open(event.place()),
                        open(event.hiddenRemark())));
    }

    private String open(Sealed sealed) {
        return sealed == null ? null : vault.open(sealed).orElse(null);
    }

    private Optional<Submitted> answered(PetitionId id, Map<String, Object> idempotency) {
        return petitions.submission(id).map(first -> {
            GivenAnswers.requireSameRequest(first.getMetaData(), idempotency);
            PetitionSubmitted event = (PetitionSubmitted) first.getPayload();
            return new Submitted(
                    id,
                    event.number(),
                    LookupCode.of(vault, id),
                    petitions.versionAfterSubmission(id),
                    State.PENDING_REVIEW);
        });
    }

    private ResponseEntity<Submitted> created(Submitted submitted) {
        return ResponseEntity.created(URI.create("/api/petitions/" + submitted.id()))
                .eTag("\"" + submitted.version() + "\"")
                .header("Petition-Position", "" + door.position())
                .body(submitted);
    }

    static PetitionId petitionId(String id) {
        try {
            return new PetitionId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "留言编号格式不对。", e.getMessage() + ".");
        }
    }
}
