package cn.huiying.command.petition.lapsing;

import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.petition.correcting.LapseCorrection;
import cn.huiying.command.petition.evaluating.LapseEvaluation;
import cn.huiying.command.petition.lapsing.OpenWindows.Window;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a window has ended, tells the petition so. The petition decides: a sweep that comes twice, late or on several nodes
 * changes nothing more.
 */
public class SweepingOpenWindows {

    private static final Logger log = LoggerFactory.getLogger(SweepingOpenWindows.class);
    private static final int AT_ONCE = 500;

    private final OpenWindows windows;
    private final CommandDoor door;
    private final InstantSource clock;

    SweepingOpenWindows(OpenWindows windows, CommandDoor door, InstantSource clock) {
        this.windows = windows;
        this.door = door;
        this.clock = clock;
    }

    /** @return how many petitions lapsed */
    public int sweep() {
        Instant now = clock.instant();
        int lapsed = 0;
        for (Window window : windows.endedBy(now, AT_ONCE)) {
            try {
                door.send(command(window, now), Actor.SYSTEM, Map.of());
                lapsed++;
            } catch (Refused e) {
                // The petition has moved on and the list is about to learn of it.
                log.debug("{} did not lapse: {}", window.petitionId(), e.getMessage());
            } catch (RuntimeException e) {
                // Another node was first, or it can't be stored now: the next sweep finds it again.
                log.warn("{} could not lapse; it is tried again: {}", window.petitionId(), e.getMessage());
            }
        }
        return lapsed;
    }

    private static Object command(Window window, Instant now) {
        return switch (window.kind()) {
            case CORRECTION -> new LapseCorrection(window.petitionId(), now);
            case EVALUATION -> new LapseEvaluation(window.petitionId(), now);
        };
    }
}
