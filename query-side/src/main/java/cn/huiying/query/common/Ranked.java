package cn.huiying.query.common;

/** The place of a document in an order of an index: what it is ordered by, and the log position that parts equals. */
public record Ranked(double value, long order) {

    /** As a cursor holds it; null for null. */
    public static Ranked read(String[] texts) {
        return texts == null ? null : new Ranked(Double.parseDouble(texts[0]), Long.parseLong(texts[1]));
    }

    /** As a cursor holds it. */
    public String[] texts() {
        return new String[] {"" + value, "" + order};
    }
}
