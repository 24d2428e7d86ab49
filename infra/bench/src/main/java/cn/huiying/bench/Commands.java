package cn.huiying.bench;

import cn.huiying.bench.Report.Row;
import cn.huiying.bench.Report.Who;
import cn.huiying.command.petition.accepting.AcceptPetition;
import cn.huiying.command.petition.dispatching.DispatchPetition;
import cn.huiying.command.petition.progressing.PostProgress;
import cn.huiying.command.petition.signing.SignAssignment;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.rule.Actor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;

/** Deciding in process: command, decision, events on disk, reply; and loading a long petition from disk. */
final class Commands {

    private static final int[] SENDERS = {1, 16, 64};

    private final Settings settings;
    private final Report report;
    private final Postgres postgres;

    Commands(Settings settings, Report report, Postgres postgres) {
        this.settings = settings;
        this.report = report;
        this.postgres = postgres;
    }

    private static Row rate(int senders) {
        String target = senders == 64 ? "≥ 15 000, 7 × (a)" : senders == 1 ? "≥ 0.8 of fdatasync" : "";
        return new Row("durable commands, " + senders + " senders", "/s", target, Ceilings.FSYNC, false);
    }

    private static Row p99(int senders) {
        return new Row(
                "durable commands, " + senders + " senders, p99", "ms", senders == 64 ? "≤ 10 ms" : "", null, true);
    }

    private static Row cpu(int senders) {
        return new Row(
                "processor time a command, " + senders + " senders (PostgreSQL's own not counted)",
                "µs",
                "",
                null,
                true);
    }

    private static final Row COLD = new Row("cold load of a petition of 100 events", "ms", "≤ 0.5 ms", null, true);

    void run() throws Exception {
        List<Who> all = postgres == null ? List.of(Who.OURS) : List.of(Who.values());
        Map<String, String> answers = null;
        for (Who who : all) {
            try (Side side = new Side(who, "proof")) {
                Map<String, String> states = prove(side);
                if (answers != null && !answers.equals(states)) {
                    throw new IllegalStateException(who + " decides otherwise than ours");
                }
                answers = states;
            }
        }
        report.note("the same " + answers.size() + " petitions came to the same states on "
                + (postgres == null ? "ours alone" : "all three stores"));
        for (int round = 0; round < settings.rounds(); round++) {
            for (Who who : all) {
                try (Side side = new Side(who, "round")) {
                    // Warming up, not counted.
                    Duration slice = settings.slice();
                    Senders.send(side.platform.door(), Senders.lives(side.cast, 64, 1_000, Integer.MAX_VALUE), slice);
                    for (int senders : SENDERS) {
                        report.ceiling(Ceilings.FSYNC, Ceilings.fsync(settings.work()));
                        Senders.Sent sent = Senders.send(
                                side.platform.door(),
                                Senders.lives(side.cast, senders, 100 * senders, Integer.MAX_VALUE),
                                slice);
                        report.add(rate(senders), who, sent.rate());
                        report.add(p99(senders), who, sent.millis(0.99));
                        report.add(cpu(senders), who, sent.cpuMicros());
                    }
                    report.add(COLD, who, coldLoad(side));
                }
            }
        }
    }

    /** A fixed set of lives; what every petition came to. */
    private static Map<String, String> prove(Side side) {
        List<Lives> lives = Senders.lives(side.cast, 16, 0, 10);
        Senders.send(side.platform.door(), lives, Duration.ofMinutes(2));
        Map<String, String> states = new TreeMap<>();
        for (Lives sender : lives) {
            for (PetitionId id : sender.born()) {
                StringBuilder events = new StringBuilder();
                DomainEventStream stream = side.platform
                        .bean(org.axonframework.eventsourcing.eventstore.EventStore.class)
                        .readEvents(id.value());
                stream.forEachRemaining(event -> events.append(event.getSequenceNumber())
                        .append(event.getPayloadType().getSimpleName())
                        .append(' '));
                states.put(id.value(), events.toString());
            }
        }
        return states;
    }

    /** The median of loading a petition that is not in memory, through the framework's own repository. */
    private static double coldLoad(Side side) {
        PetitionId id = longPetition(side);
        Repository<?> petitions = (Repository<?>) side.platform.context().getBean("petitionRepository");
        Cache cache = side.platform.bean(Cache.class);
        long[] nanos = new long[400];
        for (int i = 0; i < nanos.length; i++) {
            cache.removeAll();
            long start = System.nanoTime();
            DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("load"));
            petitions.load(id.value());
            unit.rollback();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos, 200, 400);
        return nanos[300] / 1e6;
    }

    private static PetitionId longPetition(Side side) {
        Lives.Step submit = new Lives(side.cast, 77_777, 1, 1).next();
        PetitionId id = ((cn.huiying.command.petition.submitting.SubmitPetition) submit.command()).petitionId();
        String agency = side.cast.agency(0);
        Actor handler = Cast.handler(agency);
        java.time.Instant at = Cast.BEGINNING.plusSeconds(86_400L * 201);
        var door = side.platform.door();
        door.send(submit.command(), submit.actor(), Map.of());
        door.send(
                new AcceptPetition(id, at, null, null, PetitionClass.CLAIM, LimitClass.C7, Urgency.NORMAL, null),
                Cast.OFFICER,
                Map.of());
        door.send(new DispatchPetition(id, at, agency, "请核查。"), Cast.OFFICER, Map.of());
        door.send(new SignAssignment(id, at), handler, Map.of());
        for (int i = 4; i < 100; i++) {
            door.send(new PostProgress(id, at, side.cast.citizen(i).note()), handler, Map.of());
        }
        return id;
    }

    /** The command side on one of the stores, from an empty log. */
    private final class Side implements AutoCloseable {

        private final Platform platform;
        private final Peer peer;
        private final Cast cast;

        Side(Who who, String purpose) throws Exception {
            Path data = Folders.fresh(settings.work().resolve("commands"));
            if (who == Who.OURS) {
                peer = null;
                platform = Platform.commandSide(data);
            } else {
                String database = "commands_" + purpose;
                postgres.create(database);
                peer = Peer.open(postgres, database, who == Who.TUNED).withTables();
                platform = Platform.onPeer(data, peer);
            }
            cast = Cast.assemble(platform);
        }

        @Override
        public void close() throws IOException {
            platform.close();
            if (peer != null) {
                peer.close();
            }
            Folders.delete(settings.work().resolve("commands"));
        }
    }
}
