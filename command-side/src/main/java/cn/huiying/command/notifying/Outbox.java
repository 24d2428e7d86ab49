package cn.huiying.command.notifying;

import java.time.Instant;
import java.util.List;

/** The outbox 发件箱: who is to be told what, and how far that has come. */
interface Outbox {

    /** A notification that waits, and how often it was tried. */
    record Pending(Notification notification, int attempts) {}

    /**
     * Takes in what a batch of events gives cause to tell, all or nothing. An event at or before the mark tells nobody again,
     * whether the batch comes twice or the log is read from its beginning.
     */
    void takeIn(List<? extends Occurrence> occurrences);

    /** Forgets what it knows of petitions, before the log is read again; who was told what stays. */
    void forgetPetitions();

    /** The recipients whose oldest waiting notification is due, the longest waiting first. */
    List<String> recipientsDueBy(Instant moment, int limit);

    /** The oldest notifications that wait for a recipient, up to the first that is not due. */
    List<Pending> dueBy(Instant moment, String recipient, int limit);

    void delivered(String id);

    /** It failed once more, and is tried again. */
    void failed(String id, Instant nextTry, String error);

    /** It failed for good. */
    void dead(String id, String error);

    int pending();

    int dead();

    /** @return how many delivered ones taken in before a moment were removed */
    int prune(Instant before);
}
