package cn.huiying.query.common;

import cn.huiying.shared.rule.InvalidInput;
import java.util.Optional;

/** A parameter with a text to look for. Whatever stands in it is text; there is no query syntax. */
public final class SearchText {

    private static final int LONGEST = 200;

    private SearchText() {}

    /**
     * The text; empty where it is blank.
     *
     * @throws InvalidInput where it is too long, or there is nothing in it to look for
     */
    public static Optional<String> read(Parameters parameters, String name) {
        Optional<String> text = parameters.single(name).filter(value -> !value.isBlank());
        text.ifPresent(value -> {
            if (value.length() > LONGEST) {
                throw new InvalidInput(
                        name,
                        "length",
                        "参数“" + name + "”最长 " + LONGEST + " 字。",
                        "Parameter “" + name + "” may have " + LONGEST + " characters.");
            }
            if (Folding.words(value).isEmpty()) {
                throw new InvalidInput(
                        name,
                        "no-words",
                        "参数“" + name + "”中没有可检索的文字或数字。",
                        "There is no letter or digit in “" + name + "” to look for.");
            }
        });
        return text;
    }
}
