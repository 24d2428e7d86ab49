package cn.huiying.bench;

import cn.huiying.bench.Cast.Citizen;
import cn.huiying.bench.Report.Row;
import cn.huiying.bench.Report.Who;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.petition.accepting.AcceptPetition;
import cn.huiying.command.petition.dispatching.DispatchPetition;
import cn.huiying.command.petition.due.SweepingDueMoments;
import cn.huiying.command.petition.submitting.SubmitPetition;
import cn.huiying.query.common.ReadPositions;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.time.Duty;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Many pending due moments, many of them due at one moment: how long until all are recorded, with other commands coming in. Each
 * dispatched petition has ten pending moments.
 */
final class Due {

    private static final int GROUPS = 3;

    /** Tuesday, nine o'clock; the next day is a working day, four and eight weeks later too, and nothing else is due then. */
    private static final Instant FIRST = Instant.parse("2025-03-04T01:00:00Z");

    /** 24:00 of the next day, when signing is due. */
    private static final Instant DUE = Instant.parse("2025-03-05T16:00:00Z");

    private final Settings settings;
    private final Report report;
    private volatile Instant now = FIRST;

    Due(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    void run() throws Exception {
        int all = settings.quick() ? 24_000 : 120_000;
        int due = all / 12;
        Path data = Folders.fresh(settings.work().resolve("due"));
        InstantSource clock = () -> now;
        try (Platform platform = Platform.commandSide(data, clock)) {
            Cast cast = Cast.assemble(platform);
            CommandDoor door = platform.door();
            SweepingDueMoments sweeping = platform.bean(SweepingDueMoments.class);
            long start = System.nanoTime();
            for (int group = 0; group < GROUPS; group++) {
                dispatch(cast, door, group * due, (group + 1) * due, dispatched(group));
            }
            dispatch(cast, door, GROUPS * due, all, dispatched(GROUPS + 1));
            report.note(all + " petitions dispatched in " + (System.nanoTime() - start) / 1_000_000_000 + " s");
            Row row = new Row(
                    Report.count(due) + " due at one moment, of " + Report.count(100L * due) + " pending",
                    "s",
                    "≤ 1",
                    null,
                    true);
            AtomicBoolean stop = new AtomicBoolean();
            AtomicLong others = new AtomicLong();
            ExecutorService traffic = traffic(cast, door, stop, others);
            start = System.nanoTime();
            for (int group = 0; group < GROUPS; group++) {
                untilListed(platform);
                // What came before, so that only one thing is due at the moment that is measured.
                now = signingDue(group).minusSeconds(60);
                while (sweeping.sweep() > 0) {
                    untilListed(platform);
                }
                TimeUnit.SECONDS.sleep(3);
                report.add(row, Who.OURS, measure(platform, sweeping, group, due));
            }
            stop.set(true);
            traffic.shutdown();
            traffic.awaitTermination(1, TimeUnit.MINUTES);
            report.note("meanwhile " + Math.round(others.get() / ((System.nanoTime() - start) / 1e9))
                    + " other commands/s");
            verify(platform, GROUPS * due);
        }
    }

    /** Seconds until a reader who follows the log has seen the last of those that are due. */
    private double measure(Platform platform, SweepingDueMoments sweeping, int group, int due) throws Exception {
        CompletableFuture<Long> allRecorded = new CompletableFuture<>();
        Thread reader = Thread.ofPlatform().start(() -> readMissed(platform, due, allRecorded));
        long start = System.nanoTime();
        now = signingDue(group);
        int swept = sweeping.sweep();
        double sweepSeconds = (System.nanoTime() - start) / 1e9;
        double seconds = (allRecorded.get(1, TimeUnit.MINUTES) - start) / 1e9;
        reader.join();
        if (swept != due) {
            throw new IllegalStateException(swept + " were due at " + now + ", not " + due);
        }
        report.note("%.2f s; with striking them off the due list %.2f s".formatted(seconds, sweepSeconds));
        return seconds;
    }

    private static Instant dispatched(int group) {
        return FIRST.plus(Duration.ofDays(28L * group));
    }

    /** 24:00 of the next day. */
    private static Instant signingDue(int group) {
        return DUE.plus(Duration.ofDays(28L * group));
    }

    static void dispatch(Cast cast, CommandDoor door, int from, int to, Instant at) throws InterruptedException {
        try (ExecutorService senders = Executors.newFixedThreadPool(64)) {
            for (int i = from; i < to; i++) {
                int number = i;
                senders.execute(() -> {
                    PetitionId id = new PetitionId("PET-due-" + number);
                    submit(cast, door, id, number, at);
                    door.send(
                            new AcceptPetition(
                                    id, at, null, null, PetitionClass.CLAIM, LimitClass.C7, Urgency.NORMAL, null),
                            Cast.OFFICER,
                            Map.of());
                    door.send(new DispatchPetition(id, at, cast.agency(number), null), Cast.OFFICER, Map.of());
                });
            }
        }
    }

    private static void submit(Cast cast, CommandDoor door, PetitionId id, int number, Instant at) {
        Citizen citizen = cast.citizen(number);
        door.send(
                new SubmitPetition(
                        id,
                        at,
                        "JY20250304%06d".formatted(number),
                        citizen.account(),
                        "陈***",
                        Section.MASS_MESSAGE,
                        Board.MUNICIPAL_LEADER,
                        PetitionType.HELP,
                        "环保",
                        "445200",
                        VisibilityWish.PUBLIC,
                        citizen.title(),
                        citizen.text(),
                        null,
                        null,
                        citizen.place(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                citizen.actor(),
                Map.of());
    }

    /** About two hundred posts a second. */
    private static ExecutorService traffic(Cast cast, CommandDoor door, AtomicBoolean stop, AtomicLong sent) {
        ExecutorService senders = Executors.newFixedThreadPool(4);
        for (int sender = 0; sender < 4; sender++) {
            int first = 10_000_000 * (sender + 1);
            senders.execute(() -> {
                for (int i = 0; !stop.get(); i++) {
                    submit(cast, door, new PetitionId("PET-other-" + (first + i)), first + i, dispatched(GROUPS + 1));
                    sent.incrementAndGet();
                    try {
                        TimeUnit.MILLISECONDS.sleep(20);
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            });
        }
        return senders;
    }

    private static void untilListed(Platform platform) throws InterruptedException {
        ReadPositions positions = platform.bean(ReadPositions.class);
        while (positions.all().getOrDefault("due-list", 0L) < platform.door().position()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Completes with the moment at which a reader who follows the log has seen the last of so many. */
    private static void readMissed(Platform platform, int due, CompletableFuture<Long> all) {
        EventStore store = platform.bean(EventStore.class);
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(store.createHeadToken())) {
            for (int missed = 0; missed < due; ) {
                if (unsigned(stream.nextAvailable()) != null) {
                    missed++;
                }
            }
            all.complete(System.nanoTime());
        } catch (InterruptedException | RuntimeException e) {
            all.completeExceptionally(e);
        }
    }

    /** None lost, none twice. */
    private static void verify(Platform platform, int due) throws InterruptedException {
        EventStore store = platform.bean(EventStore.class);
        long head = platform.door().position();
        Set<PetitionId> missed = new HashSet<>();
        int count = 0;
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(store.createTailToken())) {
            for (long position = 0; position < head; ) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                position = event.trackingToken().position().orElseThrow();
                PetitionId unsigned = unsigned(event);
                if (unsigned != null) {
                    missed.add(unsigned);
                    count++;
                }
            }
        }
        if (missed.size() != due || count != due) {
            throw new IllegalStateException(count + " recorded of " + missed.size() + " petitions, not " + due);
        }
    }

    /** The petition whose signing was missed; null where the event is another. */
    private static PetitionId unsigned(TrackedEventMessage<?> event) {
        return event.getPayloadType() == DeadlineMissed.class
                        && event.getPayload() instanceof DeadlineMissed missed
                        && missed.code().equals(Duty.SIGN.code())
                ? missed.petitionId()
                : null;
    }
}
