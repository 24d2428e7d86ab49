package cn.huiying.command.petition.due;

import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.petition.due.DueList.Asked;
import cn.huiying.command.petition.handingover.HandOverToSuccessor;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a moment has come, tells the petition so. The petition decides: a sweep that comes twice, late or on several nodes changes
 * nothing more.
 */
public class SweepingDueMoments implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SweepingDueMoments.class);
    private static final int AT_ONCE = 10_000;

    /** So many senders share one commit of the log. */
    private static final int SENDERS = 32;

    private final DueList list;
    private final CommandDoor door;
    private final InstantSource clock;
    private final ExecutorService senders = Executors.newFixedThreadPool(
            SENDERS, Thread.ofPlatform().name("due-", 0).daemon().factory());

    SweepingDueMoments(DueList list, CommandDoor door, InstantSource clock) {
        this.list = list;
        this.door = door;
        this.clock = clock;
    }

    /** @return how many petitions answered */
    public int sweep() {
        Instant now = clock.instant();
        List<PetitionId> due = list.dueBy(now, AT_ONCE);
        List<PetitionId> recorded = send(due, petition -> new RecordDueMoments(petition, now));
        list.recorded(recorded, now);
        List<Asked> recalculate = list.toRecalculate(AT_ONCE);
        Map<PetitionId, String> reasons =
                recalculate.stream().collect(Collectors.toMap(Asked::petition, Asked::why, (one, other) -> one));
        List<PetitionId> recalculated =
                send(reasons.keySet(), petition -> new RecalculateDeadlines(petition, now, reasons.get(petition)));
        list.recalculated(recalculated);
        List<Asked> handedOver = new ArrayList<>();
        for (Asked asked : list.toHandOver(AT_ONCE)) {
            if (send(asked.petition(), new HandOverToSuccessor(asked.petition(), now, asked.why())) != null) {
                handedOver.add(asked);
            }
        }
        list.handedOver(handedOver);
        return recorded.size() + recalculated.size() + handedOver.size();
    }

    /** The petitions that took the command. */
    private List<PetitionId> send(Collection<PetitionId> petitions, Function<PetitionId, Object> command) {
        List<Future<PetitionId>> sent = petitions.stream()
                .map(petition -> senders.submit(() -> send(petition, command.apply(petition))))
                .toList();
        List<PetitionId> taken = new ArrayList<>();
        for (Future<PetitionId> future : sent) {
            try {
                PetitionId petition = future.get();
                if (petition != null) {
                    taken.add(petition);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return taken;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return taken;
    }

    private PetitionId send(PetitionId petition, Object command) {
        try {
            door.send(command, Actor.SYSTEM, Map.of());
            return petition;
        } catch (RuntimeException e) {
            // Another node was first, or it can't be stored now: the next sweep finds it again.
            log.warn("{} could not be told that time has passed; it is tried again: {}", petition, e.getMessage());
            return null;
        }
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }
}
