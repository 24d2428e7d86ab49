package cn.huiying.bench;

import cn.huiying.bench.Report.Row;
import cn.huiying.bench.Report.Who;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** From the start of the process to ready on a log of some years, and the import of the sample. */
final class Starting {

    private static final Pattern SUMMARY =
            Pattern.compile("(\\d+) lines: (\\d+) imported.*; ([0-9.]+) s, (\\d+) a second");

    private final Settings settings;
    private final Report report;

    Starting(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    void start() throws Exception {
        Path data = new Logs(settings.work()).of(settings.stored());
        for (int round = 0; round < settings.rounds(); round++) {
            Folders.delete(data.resolve("listing"));
            once(data, "with nothing but the log");
            once(data, "after a stop");
        }
    }

    private void once(Path data, String how) throws Exception {
        String what = "start with " + Report.count(settings.stored()) + " events, " + how;
        long start = System.nanoTime();
        try (Jar jar = Jar.start(data);
                HttpClient client = HttpClient.newHttpClient()) {
            jar.awaitReady(client);
            report.add(new Row(what, "s", "≤ 10 s", null, true), Who.OURS, (System.nanoTime() - start) / 1e9);
            report.add(new Row(what + ", resident", "MB", "≤ 700 MB", null, true), Who.OURS, jar.residentMb(false));
            report.add(new Row(what + ", highest", "MB", "≤ 700 MB", null, true), Who.OURS, jar.residentMb(true));
        }
    }

    /** The sample ships with the jar. */
    void importSample() throws Exception {
        for (int round = 0; round < settings.rounds(); round++) {
            Path folder = Folders.fresh(settings.work().resolve("import"));
            Path sample = folder.resolve("sample.ndjson");
            try (ZipFile jar = new ZipFile(Jar.path().toFile());
                    InputStream in = jar.getInputStream(jar.getEntry("demo/messages.ndjson"))) {
                Files.copy(in, sample);
            }
            long start = System.nanoTime();
            String printed = Jar.run("import", sample.toString(), "--huiying.data=" + folder.resolve("data"));
            double wall = (System.nanoTime() - start) / 1e9;
            Matcher summary = SUMMARY.matcher(printed);
            if (!summary.find()) {
                throw new IllegalStateException("The import failed: " + printed);
            }
            double petitions = Double.parseDouble(summary.group(2));
            report.add(
                    new Row("import of the sample, as it reports itself", "petitions/s", "≥ 200", null, false),
                    Who.OURS,
                    petitions / Double.parseDouble(summary.group(3)));
            report.add(
                    new Row("import of the sample, with the start of the process", "petitions/s", "", null, false),
                    Who.OURS,
                    petitions / wall);
            Folders.delete(folder);
        }
    }
}
