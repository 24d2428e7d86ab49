package cn.huiying.shared.account;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 统一社会信用代码, the code of a legal entity: 18 characters, the last of which checks the others (GB 32100—2015).
 *
 * @throws IllegalArgumentException where the value is none
 */
public record CreditCode(String value) {

    /** The letters I, O, S, V and Z do not occur. */
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NP-RTUWXY]{2}\\d{6}[0-9A-HJ-NP-RTUWXY]{10}");

    public CreditCode {
        fault(value).ifPresent(fault -> {
            throw new IllegalArgumentException(fault.english());
        });
    }

    /** What is wrong with a code. */
    public record Fault(String code, String chinese, String english) {}

    /** @return empty where the text is a code */
    public static Optional<Fault> fault(String text) {
        if (text == null || !FORM.matcher(text).matches()) {
            return Optional.of(new Fault(
                    "form",
                    "统一社会信用代码是18位数字和大写字母(不含 I、O、S、V、Z)。",
                    "The unified social credit code has 18 digits and capital letters, none of them I, O, S, V or Z."));
        }
        return check(text) == text.charAt(17)
                ? Optional.empty()
                : Optional.of(new Fault(
                        "check-character",
                        "统一社会信用代码的校验码不对,请核对每一位。",
                        "The check character of the unified social credit code is wrong; compare each character."));
    }

    /** The character that the first 17 demand: their values, weighted by powers of 3, make a multiple of 31 with it. */
    private static char check(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CHARACTERS.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return CHARACTERS.charAt((31 - sum % 31) % 31);
    }
}
