package cn.huiying.command.supervision;

import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.Streams;
import cn.huiying.command.dossier.DossierDoor;
import cn.huiying.command.dossier.DossierKind;
import cn.huiying.command.dossier.NamesDocument;
import cn.huiying.command.picture.Picture;
import cn.huiying.command.picture.Pictures;
import cn.huiying.shared.privacy.AttachmentContents;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.supervision.DocumentId;
import cn.huiying.shared.supervision.ProposalEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.ResponseEntity;

/** How scanned documents come in. */
class SupervisionDoor {

    /** A scan that was kept, smaller than what was sent by what a camera adds. */
    record Scan(DocumentId document, String contentType, int size) {}

    private final CommandDoor door;
    private final DossierDoor dossiers;
    private final AttachmentContents contents;
    private final EventStore eventStore;

    SupervisionDoor(CommandDoor door, DossierDoor dossiers, AttachmentContents contents, EventStore eventStore) {
        this.door = door;
        this.dossiers = dossiers;
        this.contents = contents;
        this.eventStore = eventStore;
    }

    /**
     * Takes a scanned document, to be named by a command; the same again changes nothing.
     *
     * @param naming the command, whose roles may send it in
     */
    ResponseEntity<Scan> scan(
            DossierKind kind,
            Class<? extends NamesDocument> naming,
            Actor actor,
            String text,
            byte[] body,
            HttpServletRequest request) {
        kind.requireRole(actor.role(), naming);
        Object id = kind.idOf(text);
        dossiers.requireThere(kind, id);
        requireKnown(kind, id, actor);
        Picture picture = Pictures.clean(request.getContentType(), body == null ? new byte[0] : body);
        contents.keep(id.toString(), picture.sha256(), picture.bytes());
        DocumentId document = DocumentId.of(picture.sha256());
        return ResponseEntity.created(URI.create(kind.path() + "/" + id + "/documents/" + document))
                .header("Petition-Position", "" + door.position())
                .body(new Scan(document, picture.contentType(), picture.bytes().length));
    }

    /** A scan leaves no event, so no aggregate asks whose proposal it is. */
    private void requireKnown(DossierKind kind, Object id, Actor actor) {
        ProposalStage proposal =
                Streams.fold(eventStore, id.toString(), ProposalEvent.class, null, ProposalStage::evolve);
        if (proposal != null && !proposal.isKnownTo(actor)) {
            throw kind.unknown();
        }
    }
}
