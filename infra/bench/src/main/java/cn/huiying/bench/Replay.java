package cn.huiying.bench;

import cn.huiying.bench.Report.Row;
import cn.huiying.bench.Report.Who;
import cn.huiying.query.listing.ListingFold;
import cn.huiying.query.listing.PetitionIndex;
import cn.huiying.query.workqueue.WorkQueueFold;
import cn.huiying.shared.petition.PetitionId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reading the log again into every projection there is, from nothing. */
final class Replay {

    private final Settings settings;
    private final Report report;
    private final Postgres postgres;
    private final Logs logs;

    Replay(Settings settings, Report report, Postgres postgres) {
        this.settings = settings;
        this.report = report;
        this.postgres = postgres;
        logs = new Logs(settings.work());
    }

    private static Row row(int events, String target) {
        return new Row(
                "replay of " + Report.count(events) + " events into all projections",
                "events/s",
                target,
                Ceilings.DECODE,
                false);
    }

    void run() throws Exception {
        Path whole = logs.of(settings.replayed());
        Path shared = logs.prefix(whole, settings.shared());
        Path proof = logs.prefix(whole, settings.proof());
        if (postgres == null) {
            for (int round = 0; round < settings.rounds(); round++) {
                report.ceiling(Ceilings.DECODE, Ceilings.decode(shared));
                ours(whole, row(settings.replayed(), "≥ 50 000"), null);
            }
            return;
        }
        postgres.create("replay_shared");
        postgres.create("replay_proof");
        try (Peer tuned = Peer.open(postgres, "replay_shared", true).withTables();
                Peer tunedProof = Peer.open(postgres, "replay_proof", true).withTables();
                Peer defaults = Peer.open(postgres, "replay_proof", false)) {
            Logs.copy(shared, settings.shared(), tuned);
            Logs.copy(proof, settings.proof(), tunedProof);
            long sharedEvents = Logs.Contents.of(shared).ofPetitions();
            Logs.Contents proven = Logs.Contents.of(proof);

            Map<String, String> answers = ours(proof, row(settings.proof(), ""), proven);
            prove(
                    answers,
                    PeerReplay.replay(tunedProof, proven.ofPetitions(), Duration.ofMinutes(5))
                            .states(),
                    "(a)");
            for (int round = 0; round < settings.rounds(); round++) {
                report.ceiling(Ceilings.DECODE, Ceilings.decode(shared));
                ours(whole, row(settings.replayed(), "≥ 50 000"), null);
                ours(shared, row(settings.shared(), "10 × (a)"), null);
                PeerReplay.Replayed a = PeerReplay.replay(tuned, sharedEvents, Duration.ofMinutes(10));
                report.add(row(settings.shared(), "10 × (a)"), Who.TUNED, settings.shared() / a.seconds());
                PeerReplay.Replayed b = PeerReplay.replay(defaults, proven.ofPetitions(), Duration.ofMinutes(10));
                prove(answers, b.states(), "(b)");
                report.add(row(settings.proof(), ""), Who.DEFAULTS, settings.proof() / b.seconds());
            }
            report.note("after " + proven.events() + " events the " + answers.size()
                    + " documents of listing and queues are the same in ours, (a) and (b)");
        }
    }

    private static void prove(Map<String, String> ours, Map<String, String> theirs, String peer) {
        if (!ours.equals(theirs)) {
            Map<String, String> differing = new TreeMap<>(ours);
            differing.entrySet().removeIf(entry -> entry.getValue().equals(theirs.get(entry.getKey())));
            throw new IllegalStateException(peer + " came to other states than ours: " + ours.size() + " against "
                    + theirs.size() + ", first " + differing.entrySet().stream().findFirst());
        }
    }

    /** @param contents what to look up in the end; null for nothing */
    private Map<String, String> ours(Path data, Row row, Logs.Contents contents) throws Exception {
        Folders.delete(data.resolve("listing"));
        try (Platform platform = Platform.both(data)) {
            double seconds = platform.secondsToHead();
            double cpu = platform.cpuSecondsSinceStart();
            long events = platform.door().position();
            report.add(row, Who.OURS, events / seconds);
            report.add(
                    new Row(row.what() + ", processor time an event", "µs", "", null, true),
                    Who.OURS,
                    cpu * 1e6 / events);
            Map<String, String> states = new TreeMap<>();
            if (contents != null) {
                List<PetitionId> ids = new ArrayList<>(contents.petitions());
                for (int from = 0; from < ids.size(); from += 500) {
                    List<PetitionId> some = ids.subList(from, Math.min(ids.size(), from + 500));
                    ListingFold.states(platform.bean(PetitionIndex.class), some, states);
                    WorkQueueFold.states(
                            platform.context(),
                            some.stream().map(PetitionId::value).toList(),
                            states);
                }
            }
            return states;
        }
    }
}
