package cn.huiying.app.audit;

import cn.huiying.audit.LogEntry;

/**
 * What stands in an auditor's bundle, a ZIP file: the events of a range with all that is needed to verify them elsewhere, and to
 * understand and replay them. The manifest names every other file with its hash and is signed like a checkpoint.
 */
final class BundleFormat {

    /** The first line of the manifest. */
    static final String NAME = "huiying-bundle/1";

    /** A signed note; the last file, since it knows the others. */
    static final String MANIFEST = "manifest";

    /** The checkpoint that the events are proven by: a signed note. */
    static final String CHECKPOINT = "checkpoint";

    /** Each event as it is hashed ({@link LogEntry#bytes}), with its length before it: four bytes, big-endian. */
    static final String EVENTS = "events";

    /** The leaf hashes of the events, 32 bytes each: to name the event that was altered. */
    static final String LEAVES = "leaves";

    /** The hashes that lead from the events to the checkpoint's root, 32 bytes each, from left to right. */
    static final String BESIDE = "beside";

    /** Calendar and deadline policies as they were made known up to the last event, as lines of the log's API. */
    static final String TIME_RULES = "time-rules.ndjson";

    /** What each read model held, and at which position: JSON, only where the events begin with the first one. */
    static final String DIGESTS = "digests.json";

    /** Which events there are in the range, and a sample of each revision of each, byte for byte as it is stored. */
    static final String GOLDEN = "golden/";

    /** A JSON Schema of the payload of each event in the range; none of a revision that is written no more, which has its sample. */
    static final String SCHEMAS = "schemas/";

    /** For people. */
    static final String README = "README.txt";

    private BundleFormat() {}
}
