package cn.huiying.audit;

/** What is said to be proven is not: why, in one sentence. */
public final class InvalidProof extends RuntimeException {

    public InvalidProof(String message) {
        super(message);
    }
}
