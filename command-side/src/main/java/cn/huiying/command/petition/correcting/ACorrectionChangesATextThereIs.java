package cn.huiying.command.petition.correcting;

import cn.huiying.shared.rule.Refused;

/** A correction mends at least one text, and only such as the petition's type has (row 3, domain 9.2). */
public final class ACorrectionChangesATextThereIs {

    private ACorrectionChangesATextThereIs() {}

    /** @throws Refused where the rule is broken */
    public static void check(
            boolean complaint,
            boolean suggestion,
            boolean title,
            boolean body,
            boolean claimOrSupplement,
            boolean reasonOrProposal) {
        boolean own = complaint ? claimOrSupplement : suggestion ? reasonOrProposal : body;
        boolean foreign =
                !complaint && claimOrSupplement || !suggestion && reasonOrProposal || (complaint || suggestion) && body;
        if (foreign || !(title || own)) {
            throw Refused.byRule(
                    "a-correction-changes-a-text-there-is",
                    "请补正标题、"
                            + (complaint
                                    ? "诉求(claim)或补充信息(supplement)"
                                    : suggestion ? "理由(reason)或建议(proposal)" : "正文(body)")
                            + "中的至少一项。",
                    "Mend at least one of title, "
                            + (complaint ? "claim and supplement" : suggestion ? "reason and proposal" : "body")
                            + "; this petition has no other texts.");
        }
    }
}
