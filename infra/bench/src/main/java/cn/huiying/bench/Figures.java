package cn.huiying.bench;

import cn.huiying.bench.Report.Row;
import cn.huiying.bench.Report.Who;
import cn.huiying.query.statistics.CubeQuestions;
import cn.huiying.query.statistics.CubeQuestions.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The statistics cube with ten years at ten times today's load: slices one at a time, beside a plain pass over all facts. */
final class Figures {

    private final Settings settings;
    private final Report report;

    Figures(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    void run() throws IOException {
        int petitions = settings.quick() ? 140_000 : 1_400_000;
        Path folder = settings.work().resolve("statistics-" + petitions);
        try (CubeQuestions cube = new CubeQuestions(folder, petitions, Settings.SEED)) {
            for (int round = 0; round < settings.rounds(); round++) {
                for (Question question : cube.questions()) {
                    String name = Report.count(petitions) + " petitions: " + question.name();
                    long[] times = times(question.cube(), settings.quick() ? 50 : 200);
                    Row slowest = new Row(name + ", p99", "ms", "≤ 100 ms", null, true);
                    report.add(
                            new Row(name + ", p50", "ms", "", null, true), Who.OURS, Senders.Sent.quantile(times, 0.5));
                    report.add(slowest, Who.OURS, Senders.Sent.quantile(times, 0.99));
                    report.add(slowest, Who.TUNED, Senders.Sent.quantile(times(question.pass(), 10), 0.99));
                }
            }
        }
    }

    /** As many before they count, at most twenty; sorted. */
    private static long[] times(Runnable query, int count) {
        long[] times = new long[count];
        for (int n = -Math.min(20, count); n < count; n++) {
            long start = System.nanoTime();
            query.run();
            if (n >= 0) {
                times[n] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        return times;
    }
}
