package cn.huiying.shared.petition;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * 暂停计时: some deadlines stand still.
 *
 * @param codes of the deadlines that stand still
 * @param until when the clock runs again at the latest
 */
@Revision("1")
public record ClockPaused(
        PetitionId petitionId, PauseReason reasonCode, String reason, List<String> codes, Instant until, Instant at)
        implements PetitionEvent {

    public ClockPaused {
        codes = List.copyOf(codes);
    }
}
