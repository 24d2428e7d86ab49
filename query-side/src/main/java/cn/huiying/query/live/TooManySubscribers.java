package cn.huiying.query.live;

/** This node serves as many live streams as it may (503). */
public final class TooManySubscribers extends RuntimeException {

    TooManySubscribers(int limit) {
        super("there are " + limit + " subscribers already");
    }
}
