package cn.huiying.command.petition.submitting;

import cn.huiying.shared.petition.Section;
import cn.huiying.shared.rule.Refused;

/**
 * Enterprises post demands and policy inquiries, citizens mass messages, both suggestions (domain 9.2). What is filed in the wrong
 * section otherwise is moved by an officer.
 */
public final class SectionFitsTheAuthor {

    private SectionFitsTheAuthor() {}

    /** @throws Refused where the rule is broken */
    public static void check(Section section, boolean enterprise) {
        boolean fits =
                switch (section) {
                    case MASS_MESSAGE -> !enterprise;
                    case ENTERPRISE_DEMAND, POLICY_INQUIRY -> enterprise;
                    case SUGGESTION -> true;
                };
        if (!fits) {
            throw Refused.byRule(
                    "section-fits-the-author",
                    "企业账号请在企业提诉求、政策咨询或建言献策栏目提交,群众请在群众留言或建言献策栏目提交。",
                    "An enterprise posts as ENTERPRISE_DEMAND, POLICY_INQUIRY or SUGGESTION, a citizen as MASS_MESSAGE or SUGGESTION.");
        }
    }
}
