package cn.huiying.command.account;

import cn.huiying.command.account.confirming.IssuePhoneCode;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Sends codes to phones; the log keeps a code's keyed digest only. */
class ConfirmingPhones {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}");

    private final CommandDoor door;
    private final Vault vault;
    private final PhoneCodes phoneCodes;
    private final InstantSource clock;
    private final RandomGenerator random;

    ConfirmingPhones(
            CommandDoor door, Vault vault, PhoneCodes phoneCodes, InstantSource clock, RandomGenerator random) {
        this.door = door;
        this.vault = vault;
        this.phoneCodes = phoneCodes;
        this.clock = clock;
        this.random = random;
    }

    /** @throws InvalidInput where the body gives a phone that is none; a missing one is told elsewhere */
    static void requireForm(JsonNode body) {
        JsonNode phone = body.get("phone");
        if (phone != null
                && phone.isString()
                && !PHONE.matcher(phone.stringValue()).matches()) {
            throw new InvalidInput("/phone", "form", "请填写11位手机号。", "The phone must be a mobile number of 11 digits.");
        }
    }

    AccountStanding sendCode(AccountId id, Actor actor, String phone, Map<String, ?> idempotency) {
        String code = "%06d".formatted(random.nextInt(1_000_000));
        Instant now = clock.instant();
        String digest = digest(id, code);
        AccountStanding standing =
                door.send(new IssuePhoneCode(id, now, digest, now.plus(CODE_LIFETIME)), actor, idempotency);
        // To a repeated request the answer holds the code that went out first.
        if (standing.codeDigest().equals(digest)) {
            phoneCodes.send(phone, code);
        }
        return standing;
    }

    String digest(AccountId id, String code) {
        return vault.digest("phone-code", id + " " + code);
    }
}
