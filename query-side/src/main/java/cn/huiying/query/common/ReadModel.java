package cn.huiying.query.common;

import java.util.function.Supplier;

/** A read model as it is operated: it can be built again from the log beside itself, while it is read and written. */
public interface ReadModel extends Generation {

    /** The processing group that keeps it up to date. */
    String name();

    /** A new generation, empty, which nobody reads yet; one at a time. */
    Beside beside();

    /**
     * A generation in the making.
     *
     * @param projection what the events are to be handed to
     * @param takeOver   makes it what is read, at once and for good, while the processor of the read model stands still
     * @param drop       leaves nothing of it
     */
    record Beside(Generation generation, Object projection, Supplier<Former> takeOver, Runnable drop) {}

    /**
     * The generation that was read before.
     *
     * @param content as it was last
     * @param delete  to be run once whoever had begun to read it is done
     */
    record Former(Supplier<ContentDigest> content, Runnable delete) {}
}
