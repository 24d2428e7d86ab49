package cn.huiying.shared.policy;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.identity.IdForm;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies what one account hears of policies 政策订阅与推送; there is one for each.
 *
 * @param value the raw value, which also names the stream in the log
 * @throws IllegalArgumentException where the value has not the form {@code SUB-ACC-…}
 */
public record PolicySubscriptionId(@JsonValue String value) {

    private static final String PREFIX = "SUB-ACC-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PolicySubscriptionId {
        if (!IdForm.fits(PREFIX, value)) {
            throw new IllegalArgumentException("A policy subscription's id must look like SUB-ACC-… but is " + value);
        }
    }

    public static PolicySubscriptionId of(AccountId account) {
        return new PolicySubscriptionId("SUB-" + account.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
