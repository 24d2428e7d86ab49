package cn.huiying.shared.identity;

/** The form of the identifiers that start with what they identify, {@code PET-…}: each event is decoded with one, so it is no pattern. */
public final class IdForm {

    private static final int LONGEST = 64;

    private IdForm() {}

    /** Whether 1 to 64 letters and digits of ASCII, dots, underscores and hyphens follow the prefix; false for null. */
    public static boolean fits(String prefix, String value) {
        if (value == null
                || !value.startsWith(prefix)
                || value.length() == prefix.length()
                || value.length() > prefix.length() + LONGEST) {
            return false;
        }
        for (int i = prefix.length(); i < value.length(); i++) {
            char each = value.charAt(i);
            if (!(each >= '0' && each <= '9'
                    || each >= 'a' && each <= 'z'
                    || each >= 'A' && each <= 'Z'
                    || each == '.'
                    || each == '_'
                    || each == '-')) {
                return false;
            }
        }
        return true;
    }
}
