package cn.huiying.shared.petition;

import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Start;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * 时限确定: the deadlines that one happening starts, each with all it was computed from.
 *
 * @param start what they count from
 */
@Revision("1")
public record DeadlineSet(PetitionId petitionId, Start start, List<Deadline> deadlines, Instant at)
        implements DeadlineEvent {

    public DeadlineSet {
        deadlines = List.copyOf(deadlines);
    }
}
