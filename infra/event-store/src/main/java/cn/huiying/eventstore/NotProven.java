package cn.huiying.eventstore;

/** The log does not fit what was signed over it, or its tree can't be written: nothing is proven until somebody has looked. */
public final class NotProven extends RuntimeException {

    NotProven(String why) {
        super(why);
    }
}
