package cn.huiying.app.importing;

/** A line that can't be imported; the others go on. */
final class BadLine extends RuntimeException {

    BadLine(String reason) {
        super(reason);
    }
}
