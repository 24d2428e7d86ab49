package cn.huiying.command.petition.door;

import cn.huiying.command.account.Accounts;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.common.QueryParameters;
import cn.huiying.command.petition.Outcome;
import cn.huiying.command.petition.PetitionOverview;
import cn.huiying.command.petition.attaching.AddAttachment;
import cn.huiying.command.petition.submitting.AccountMayPost;
import cn.huiying.command.picture.Picture;
import cn.huiying.command.picture.Pictures;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.AttachmentId;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.privacy.AttachmentContents;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The door by which pictures come in. */
@RestController
class AttachmentRestApi {

    private static final List<MediaType> TAKEN = List.of(MediaType.IMAGE_JPEG, MediaType.IMAGE_PNG);

    private final CommandDoor door;
    private final IdempotencyKeys keys;
    private final PetitionOverview petitions;
    private final Accounts accounts;
    private final AttachmentContents contents;
    private final InstantSource clock;

    AttachmentRestApi(
            CommandDoor door,
            IdempotencyKeys keys,
            PetitionOverview petitions,
            Accounts accounts,
            AttachmentContents contents,
            InstantSource clock) {
        this.door = door;
        this.keys = keys;
        this.petitions = petitions;
        this.accounts = accounts;
        this.contents = contents;
        this.clock = clock;
    }

    /**
     * What was kept; smaller than what was sent, by what was left out.
     *
     * @param sha256 of the content as it is kept and served
     */
    record Attached(
            AttachmentId attachmentId,
            String contentType,
            int size,
            String sha256,
            boolean visibleToPublic,
            long version,
            State state) {}

    @PostMapping("/api/petitions/{id}/attachments")
    ResponseEntity<Attached> add(
            Actor actor,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request)
            throws HttpMediaTypeNotSupportedException {
        String contentType = contentType(request);
        boolean visibleToPublic = visibleToPublic(request);
        PetitionId petition = PetitionRestApi.petitionId(id);
        Picture given = new Picture(contentType, body == null ? new byte[0] : body);
        Map<String, Object> metadata = keys.metadata(
                actor, id + "/add-attachment", key, contentType + " " + visibleToPublic + " " + given.sha256());
        Instant now = clock.instant();
        AccountId author = petitions.author(petition);
        if (!petitions.hasTaken(petition, metadata)) {
            // Before the content is kept: what is refused should not fill the disk.
            petitions.requireReady(AddAttachment.class, petition, actor, now);
            AccountMayPost.check(accounts.standing(author));
        }
        Picture picture = Pictures.clean(contentType, given.bytes());
        String sha256 = picture.sha256();
        contents.keep(author.value(), sha256, picture.bytes());
        AttachmentId attachment = new AttachmentId(
                "ATT-" + (key == null ? UUID.randomUUID() : metadata.get(CommandMetadata.IDEMPOTENCY_KEY)));
        Outcome outcome = door.send(
                new AddAttachment(
                        petition,
                        now,
                        attachment,
                        picture.contentType(),
                        picture.bytes().length,
                        sha256,
                        visibleToPublic),
                actor,
                metadata);
        return ResponseEntity.created(URI.create("/api/petitions/" + petition + "/attachments/" + attachment))
                .eTag("\"" + outcome.version() + "\"")
                .header("Petition-Position", "" + door.position())
                .body(new Attached(
                        attachment,
                        picture.contentType(),
                        picture.bytes().length,
                        sha256,
                        visibleToPublic,
                        outcome.version(),
                        outcome.state()));
    }

    /** What the sender calls it, where that is something that is taken. */
    private static String contentType(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        MediaType given = request.getContentType() == null ? null : MediaType.parseMediaType(request.getContentType());
        return TAKEN.stream()
                .filter(type -> type.equalsTypeAndSubtype(given))
                .map(MediaType::toString)
                .findFirst()
                .orElseThrow(() -> new HttpMediaTypeNotSupportedException(given, TAKEN));
    }

    private static boolean visibleToPublic(HttpServletRequest request) {
        return QueryParameters.of(request.getParameterMap(), "public")
                .text("public")
                .map(given -> switch (given) {
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                        throw new InvalidInput(
                                "public",
                                "unknown-value",
                                "参数“public”的取值须是 true 或 false。",
                                "Parameter “public” must be true or false.");
                })
                .orElse(false);
    }
}
