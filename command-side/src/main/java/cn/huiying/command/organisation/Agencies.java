package cn.huiying.command.organisation;

import cn.huiying.shared.organisation.AgencyEntry;

/** Reads what is committed of the directory of agencies. */
public interface Agencies {

    /** @throws cn.huiying.shared.rule.Refused where no agency with this code takes petitions */
    AgencyEntry require(String code);

    /** @throws cn.huiying.shared.rule.Refused where no agency has this code; it may be suspended */
    AgencyEntry requireListed(String code);

    /** Who continues the duties of an agency (信访工作条例 Art. 24): the agency itself where it was not merged. */
    String successor(String code);

    /** Whether an agency is another one, or one under it at any depth. */
    boolean isOrIsUnder(String code, String superior);
}
