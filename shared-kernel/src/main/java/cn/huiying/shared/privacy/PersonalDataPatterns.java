package cn.huiying.shared.privacy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is personal data by its form alone: phone, identity card and bank card numbers and e-mail addresses. */
public final class PersonalDataPatterns {

    private static final Pattern PERSONAL = Pattern.compile(
            "(?<!\\d)(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)" // mobile phone
                    + "|(?<!\\d)\\d{17}[\\dXx](?!\\d)" // identity card
                    + "|(?<!\\d)\\d{16}(?:\\d{3})?(?!\\d)" // bank card
                    + "|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}");

    private PersonalDataPatterns() {}

    /** The first such piece of a text. */
    public static Optional<String> find(String text) {
        Matcher matcher = PERSONAL.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** The text with every such piece replaced by asterisks. */
    public static String mask(String text) {
        return PERSONAL.matcher(text)
                .replaceAll(match -> "*".repeat(match.group().length()));
    }
}
