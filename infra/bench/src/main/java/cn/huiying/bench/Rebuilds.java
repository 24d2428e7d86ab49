package cn.huiying.bench;

import cn.huiying.bench.Report.Row;
import cn.huiying.bench.Report.Who;
import cn.huiying.bench.Senders.Sent;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Listing, queues and supervision built again from nothing, all at once, alone and while people work. */
final class Rebuilds {

    private static final List<String> MODELS =
            List.of("listing", "work-queue", "supervision-board", "supervision-orders");
    private static final int SENDERS = 8;
    private static final double PACE = 100;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Settings settings;
    private final Report report;

    Rebuilds(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    void run() throws Exception {
        Logs logs = new Logs(settings.work());
        Path whole = logs.of(settings.replayed());
        for (int round = 0; round < settings.rounds(); round++) {
            // On one straight line: a tenth, and all of it. The tenth is grown by the commands, and made anew each
            // time.
            int some = settings.replayed() / 10;
            Folders.delete(settings.work().resolve(whole.getFileName() + "-first-" + some));
            Path tenth = logs.prefix(whole, some);
            report.ceiling(Ceilings.DECODE, Ceilings.decode(tenth));
            alone(whole);
            try (Platform platform = Platform.both(tenth)) {
                platform.secondsToHead();
                Models models = new Models(platform);
                rate(platform, models);
                withCommands(platform, models);
            }
        }
    }

    private void alone(Path data) throws Exception {
        try (Platform platform = Platform.both(data)) {
            platform.secondsToHead();
            rate(platform, new Models(platform));
        }
    }

    private void rate(Platform platform, Models models) throws Exception {
        long events = platform.door().position();
        // Compiled before it counts.
        models.seconds();
        String what = "rebuild of listing, queues and supervision at once, " + Report.count(events) + " events";
        report.add(row(what, "events/s", "≥ 100 000", false), Who.OURS, events / models.seconds());
        for (String name : MODELS) {
            report.add(
                    row("… " + name + ", " + Report.count(events), "events/s", "", false), Who.OURS, models.rate(name));
        }
    }

    private void withCommands(Platform platform, Models models) throws Exception {
        Cast cast = Cast.assemble(platform);
        Sent idle = send(platform, cast, 0, IDLE);
        String what = "commands at " + (int) PACE + "/s, p99";
        report.add(row(what + ", nothing rebuilt", "ms", "", true), Who.OURS, idle.millis(0.99));
        AtomicBoolean sent = new AtomicBoolean();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Callable<Sent> sending = () -> {
                try {
                    return send(platform, cast, 1, IDLE);
                } finally {
                    sent.set(true);
                }
            };
            Future<Sent> live = threads.submit(sending);
            while (!sent.get()) {
                models.seconds();
            }
            report.add(
                    row(what + ", rebuilt one time after the other", "ms", "≤ 2 × idle", true),
                    Who.OURS,
                    live.get().millis(0.99));
        }
    }

    private static Row row(String what, String unit, String target, boolean lowerIsBetter) {
        return new Row(what, unit, target, lowerIsBetter ? null : Ceilings.DECODE, lowerIsBetter);
    }

    /** Lives of other senders for each time, so that none is posted twice. */
    private static Sent send(Platform platform, Cast cast, int time, Duration duration) {
        return Senders.send(
                platform.door(),
                Senders.lives(cast, SENDERS, 100 + SENDERS * time, 1_000),
                duration,
                PACE,
                sender -> {});
    }

    /** The platform's operations, by their names: the application is not a library. */
    private static final class Models {

        private final Object models;

        Models(Platform platform) throws ClassNotFoundException {
            models = platform.bean(Class.forName("cn.huiying.app.rebuilding.ReadModels"));
        }

        /** Until the last of them is read; what they hold is compared after that. */
        double seconds() throws Exception {
            for (String name : MODELS) {
                call(models, "rebuild", name);
            }
            for (String name : MODELS) {
                while (call(last(name), "state").toString().equals("RUNNING")) {
                    Thread.sleep(5);
                }
                if (!Boolean.TRUE.equals(call(last(name), "same"))) {
                    throw new IllegalStateException(name + ": " + call(last(name), "fault"));
                }
            }
            double longest = 0;
            for (String name : MODELS) {
                longest = Math.max(longest, (long) call(last(name), "position") / rate(name));
            }
            return longest;
        }

        double rate(String name) throws Exception {
            return (long) call(last(name), "eventsPerSecond");
        }

        private Object last(String name) throws Exception {
            return ((Optional<?>) call(models, "lastRebuild", name)).orElseThrow();
        }

        private static Object call(Object target, String name, Object... arguments) throws Exception {
            for (Method method : target.getClass().getMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                    return method.invoke(target, arguments);
                }
            }
            throw new NoSuchMethodException(name);
        }
    }
}
