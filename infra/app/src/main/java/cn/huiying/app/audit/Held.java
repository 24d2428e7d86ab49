package cn.huiying.app.audit;

/**
 * What a read model held.
 *
 * @param position up to which every event was in it, or parked
 * @param digest   of its documents, whatever their order
 */
record Held(long position, String digest, long documents) {}
