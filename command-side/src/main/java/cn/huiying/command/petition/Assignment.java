package cn.huiying.command.petition;

import java.time.Instant;

/**
 * The one lead agency of a petition in hand (invariant 3).
 *
 * @param designated whether a bureau leader named it for good
 * @param returnBy   until when it may object; null where it may not
 */
record Assignment(String agency, boolean designated, Instant returnBy, boolean returnPending) {

    Assignment pending(boolean pending) {
        return new Assignment(agency, designated, returnBy, pending);
    }
}
