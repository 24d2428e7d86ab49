package cn.huiying.shared.petition;

/** How a selected suggestion is rewarded 奖励方式 (上海市人民建议征集若干规定 Art. 16). */
public enum RewardKind {
    /** 颁发证书. */
    CERTIFICATE("颁发证书"),
    /** 发放奖金. */
    BONUS("发放奖金"),
    /** 通报表扬. */
    PRAISE("通报表扬");

    private final String chinese;

    RewardKind(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
