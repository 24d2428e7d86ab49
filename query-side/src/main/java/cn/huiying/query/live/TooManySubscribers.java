package cn.huiying.query.live;

/** This node serves as many live streams as it may (503), or this caller as many as one may have (429). */
public final class TooManySubscribers extends RuntimeException {

    private final boolean ofOneCaller;

    TooManySubscribers(int limit, boolean ofOneCaller) {
        super("there are " + limit + " subscribers already");
        this.ofOneCaller = ofOneCaller;
    }

    public boolean ofOneCaller() {
        return ofOneCaller;
    }
}
