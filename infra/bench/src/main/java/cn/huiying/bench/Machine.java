package cn.huiying.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** What the figures were taken on. */
final class Machine {

    private static String disk = "";

    private Machine() {}

    /** @throws IllegalArgumentException where the folder lies in memory: nothing is durable there */
    static void requireDisk(Path folder) throws IOException {
        FileStore store = Files.getFileStore(folder);
        disk = store.type() + " on " + store.name();
        if (store.type().equals("tmpfs") || store.type().equals("ramfs")) {
            throw new IllegalArgumentException(
                    folder + " is " + disk + "; name a folder on a disk with --work=FOLDER.");
        }
    }

    static String describe() {
        return Runtime.getRuntime().availableProcessors() + " cores, " + after("/proc/cpuinfo", "model name")
                + ", Linux "
                + System.getProperty("os.version") + ", JDK " + System.getProperty("java.version") + ", " + disk
                + ", load " + firstOf("/proc/loadavg") + " at the end";
    }

    /** The value behind a name in one of the kernel's files. */
    static String after(String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** What this process has used of the processors so far. */
    static double cpuSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }

    /** What a thread of this process has used. */
    static double cpuSeconds(String thread) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                        .filter(known -> known != null && known.getThreadName().equals(thread))
                        .mapToLong(known -> Math.max(0, threads.getThreadCpuTime(known.getThreadId())))
                        .sum()
                / 1e9;
    }

    private static String firstOf(String file) {
        try {
            return Files.readString(Path.of(file)).split(" ")[0];
        } catch (IOException e) {
            return "unknown";
        }
    }
}
