package cn.huiying.command.account;

import cn.huiying.shared.privacy.PersonalDataPatterns;
import cn.huiying.shared.rule.InvalidInput;

/** Why something is done to an account; kept in the clear. */
record Reason(String reason) {

    /** @throws InvalidInput where it is empty, too long or names personal data */
    String required() {
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            throw new InvalidInput("/reason", "length", "请填写 1 至 500 字的理由。", "Give a reason of 1 to 500 characters.");
        }
        PersonalDataPatterns.find(reason).ifPresent(found -> {
            throw new InvalidInput(
                    "/reason",
                    "personal-data",
                    "理由会明文保存,请删去其中的电话、证件号、银行卡号或邮箱。",
                    "The reason is kept in the clear; take out the phone, card or identity number or e-mail.");
        });
        return reason;
    }
}
