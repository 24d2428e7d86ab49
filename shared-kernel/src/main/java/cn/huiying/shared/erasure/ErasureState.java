package cn.huiying.shared.erasure;

/** Where an erasure stands. */
public enum ErasureState {
    /** Asked for by one, and not decided by another. */
    REQUESTED("待批准"),
    /** Decided; the key is about to be destroyed. */
    APPROVED("已批准"),
    REFUSED("未批准"),
    /** The key is destroyed. */
    DONE("已删除");

    private final String chinese;

    ErasureState(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
