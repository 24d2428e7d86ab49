package cn.huiying.query.listing;

import java.nio.file.Path;

/** Lends the listing's own index to the bench. */
public final class ListingIndex {

    private ListingIndex() {}

    /** As the platform opens it; closing it puts on disk what was written. */
    public static PetitionIndex open(Path folder) {
        return new LucenePetitionIndex(folder);
    }

    /** Leaves the log unread, so that a platform that is started on the index reads it from its beginning. */
    public static void nothingRead(PetitionIndex index) {
        index.tokens().storeToken(null, PetitionIndex.NAME, 0);
    }
}
