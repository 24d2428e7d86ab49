package cn.huiying.command.petition.due;

import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.petition.due.DueList.Asked;
import cn.huiying.command.petition.due.DueList.Due;
import cn.huiying.command.petition.handingover.HandOverToSuccessor;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When moments have come, records them: what is certain at the version the list knows goes into the log in one append for many
 * petitions; where the log has moved on, or it depends on more than the deadline, the petition is asked and decides. Either way
 * the log takes each of them once: a sweep that comes twice, late or on several nodes changes nothing more.
 */
public class SweepingDueMoments implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SweepingDueMoments.class);
    private static final int AT_ONCE = 10_000;

    /** So many senders share one commit of the log. */
    private static final int SENDERS = 32;

    /** So many petitions share one append: one that has moved on costs the others an answer of their own. */
    private static final int TOGETHER = 100;

    private final DueList list;
    private final DueMomentsLog moments;
    private final CommandDoor door;
    private final InstantSource clock;
    private final ExecutorService senders = Executors.newFixedThreadPool(
            SENDERS, Thread.ofPlatform().name("due-", 0).daemon().factory());

    SweepingDueMoments(DueList list, DueMomentsLog moments, CommandDoor door, InstantSource clock) {
        this.list = list;
        this.moments = moments;
        this.door = door;
        this.clock = clock;
    }

    /** @return how many petitions answered */
    public int sweep() {
        Instant now = clock.instant();
        List<PetitionId> recorded = record(list.dueBy(now, AT_ONCE), now);
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

    /** The petitions whose moments are recorded. */
    private List<PetitionId> record(List<Due> due, Instant now) {
        Map<Boolean, List<Due>> byCertainty = due.stream()
                .collect(Collectors.partitioningBy(one -> one.certain().isEmpty()));
        List<PetitionId> toAsk = new ArrayList<>(petitions(byCertainty.get(true)));
        List<List<Due>> chunks = chunks(byCertainty.get(false));
        List<PetitionId> recorded = new ArrayList<>();
        List<Boolean> appended = eachAtOnce(chunks, this::append);
        for (int i = 0; i < chunks.size(); i++) {
            (appended.get(i) ? recorded : toAsk).addAll(petitions(chunks.get(i)));
        }
        recorded.addAll(send(toAsk, petition -> new RecordDueMoments(petition, now)));
        return recorded;
    }

    private static List<PetitionId> petitions(List<Due> due) {
        return due.stream().map(Due::petition).toList();
    }

    private static List<List<Due>> chunks(List<Due> due) {
        List<List<Due>> chunks = new ArrayList<>();
        for (int from = 0; from < due.size(); from += TOGETHER) {
            chunks.add(due.subList(from, Math.min(due.size(), from + TOGETHER)));
        }
        return chunks;
    }

    private boolean append(List<Due> chunk) {
        try {
            return moments.append(chunk);
        } catch (RuntimeException e) {
            log.warn("What was due could not be recorded together; each petition is asked: {}", e.getMessage());
            return false;
        }
    }

    /** The petitions that took the command. */
    private List<PetitionId> send(Collection<PetitionId> petitions, Function<PetitionId, Object> command) {
        return eachAtOnce(petitions, petition -> send(petition, command.apply(petition))).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** In the order of what is done; a fault is thrown once all have ended. */
    private <T, R> List<R> eachAtOnce(Collection<T> all, Function<T, R> work) {
        List<Callable<R>> calls =
                all.stream().<Callable<R>>map(one -> () -> work.apply(one)).toList();
        try {
            return senders.invokeAll(calls).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The sweep was stopped; the next one goes on.", e);
        }
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
