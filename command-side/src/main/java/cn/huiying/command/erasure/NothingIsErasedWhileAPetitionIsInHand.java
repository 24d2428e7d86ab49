package cn.huiying.command.erasure;

import cn.huiying.shared.rule.Refused;
import java.util.List;

/** Whoever handles a petition has to be able to read it (个人信息保护法 Art. 13(3), 47). */
public final class NothingIsErasedWhileAPetitionIsInHand {

    private NothingIsErasedWhileAPetitionIsInHand() {}

    /** @throws Refused where the rule is broken */
    public static void check(List<String> inHand) {
        if (!inHand.isEmpty()) {
            throw Refused.byRule(
                    "nothing-is-erased-while-a-petition-is-in-hand",
                    "该账号尚有在办留言:" + String.join("、", inHand) + "。",
                    "Petitions of the account are still in hand: " + String.join(", ", inHand) + ".");
        }
    }
}
