package cn.huiying.command.common;

import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Role;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code If-Match}: officers and agencies say which version they decided on; authors need not. */
public final class EntityTags {

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    private EntityTags() {}

    /**
     * The version the caller has seen.
     *
     * @param ifMatch the header; null where there is none
     * @return empty where any version will do
     * @throws PreconditionRequired where the header is missing
     * @throws InvalidInput         where it is malformed
     */
    public static Optional<Long> expectedVersion(Actor actor, String ifMatch) {
        if (ifMatch == null) {
            if (actor.role() == Role.CITIZEN || actor.role() == Role.ENTERPRISE) {
                return Optional.empty();
            }
            throw new PreconditionRequired();
        }
        if (ifMatch.equals("*")) {
            return Optional.empty();
        }
        Matcher etag = ETAG.matcher(ifMatch);
        if (!etag.matches()) {
            throw new InvalidInput(
                    "If-Match",
                    "form",
                    "If-Match 须是您看到的 ETag(如 \"7\")或 *。",
                    "If-Match must be the ETag that you saw, such as \"7\", or *.");
        }
        return Optional.of(Long.parseLong(etag.group(1)));
    }
}
