package cn.huiying.shared.rule;

import java.util.List;

/** A command that is refused; nothing changed. */
public final class Refused extends RuntimeException {

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.english());
        this.refusal = refusal;
    }

    /** A rule of the procedure forbids it. */
    public static Refused byRule(String rule, String chinese, String english) {
        return new Refused(new Refusal(Refusal.Kind.RULE, rule, chinese, english, null, List.of()));
    }

    /** This person may not do it. */
    public static Refused forbidden(String rule, String chinese, String english) {
        return new Refused(new Refusal(Refusal.Kind.FORBIDDEN, rule, chinese, english, null, List.of()));
    }

    /** It is not there, or not for this caller. */
    public static Refused notFound(String rule, String chinese, String english) {
        return new Refused(new Refusal(Refusal.Kind.NOT_FOUND, rule, chinese, english, null, List.of()));
    }

    public Refusal refusal() {
        return refusal;
    }
}
