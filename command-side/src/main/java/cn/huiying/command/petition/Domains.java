package cn.huiying.command.petition;

import cn.huiying.shared.rule.Refused;

/** A petition is about one of the listed fields of life 民生领域 (domain 9.2). */
final class Domains {

    private Domains() {}

    static void requireListed(String domain, ProcedureSettings settings) {
        if (!settings.domains().contains(domain)) {
            String listed =
                    String.join("、", settings.domains().stream().sorted().toList());
            throw Refused.byRule(
                    "domain-is-listed",
                    "领域“" + domain + "”不在列表中,可选:" + listed + "。",
                    "There is no domain “" + domain + "”; choose one of " + listed + ".");
        }
    }
}
