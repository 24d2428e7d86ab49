package cn.huiying.command.petition.correcting;

import cn.huiying.shared.rule.Refused;

/** A correction mends at least one text, and only such as the petition's type has (row 3, domain 9.2). */
public final class ACorrectionChangesATextThereIs {

    private ACorrectionChangesATextThereIs() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean complaint, boolean title, boolean body, boolean claim, boolean supplement) {
        boolean foreign = complaint ? body : claim || supplement;
        if (foreign || !(title || body || claim || supplement)) {
            throw Refused.byRule(
                    "a-correction-changes-a-text-there-is",
                    "请补正标题、" + (complaint ? "诉求(claim)或补充信息(supplement)" : "正文(body)") + "中的至少一项。",
                    "Mend at least one of title, " + (complaint ? "claim and supplement" : "body")
                            + "; this petition has no other texts.");
        }
    }
}
