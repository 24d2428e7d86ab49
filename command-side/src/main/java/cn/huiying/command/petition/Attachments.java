package cn.huiying.command.petition;

import cn.huiying.shared.petition.AttachmentId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pictures of a petition.
 *
 * @param all      those that were not removed
 * @param toPublic those among them that are shown with the published petition
 * @param uploads  how many were ever added
 */
record Attachments(Set<AttachmentId> all, Set<AttachmentId> toPublic, int uploads) {

    static final Attachments NONE = new Attachments(Set.of(), Set.of(), 0);

    Attachments added(AttachmentId id, boolean visibleToPublic) {
        return new Attachments(with(all, id), visibleToPublic ? with(toPublic, id) : toPublic, uploads + 1);
    }

    Attachments removed(AttachmentId id) {
        return new Attachments(without(all, id), without(toPublic, id), uploads);
    }

    Attachments hidden(AttachmentId id) {
        return new Attachments(all, without(toPublic, id), uploads);
    }

    private static Set<AttachmentId> with(Set<AttachmentId> ids, AttachmentId id) {
        return Stream.concat(ids.stream(), Stream.of(id)).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<AttachmentId> without(Set<AttachmentId> ids, AttachmentId id) {
        return ids.stream().filter(other -> !other.equals(id)).collect(Collectors.toUnmodifiableSet());
    }
}
