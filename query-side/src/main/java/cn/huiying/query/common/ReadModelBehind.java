package cn.huiying.query.common;

/** A read model had not come as far as the caller asked for within two seconds (503). */
public final class ReadModelBehind extends RuntimeException {

    private final String readModel;
    private final long position;
    private final long wanted;

    ReadModelBehind(String readModel, long position, long wanted) {
        super(readModel + " is at " + position + ", wanted " + wanted);
        this.readModel = readModel;
        this.position = position;
        this.wanted = wanted;
    }

    public String readModel() {
        return readModel;
    }

    public long position() {
        return position;
    }

    public long wanted() {
        return wanted;
    }
}
