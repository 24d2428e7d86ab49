package cn.huiying.command.common;

import cn.huiying.shared.rule.Refused;
import org.hamcrest.CustomMatcher;
import org.hamcrest.Matcher;

/** What an aggregate fixture expects where a command is refused. */
public final class Refusals {

    private Refusals() {}

    /** Refused by this rule, and in both languages. */
    public static Matcher<Object> by(String rule) {
        return new CustomMatcher<>("a refusal by " + rule) {
            @Override
            public boolean matches(Object exception) {
                return exception instanceof Refused refused
                        && refused.refusal().rule().equals(rule)
                        && refused.refusal().chinese().endsWith("。")
                        && refused.refusal().english().endsWith(".");
            }
        };
    }
}
