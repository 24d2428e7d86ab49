package cn.huiying.app.time;

import java.nio.file.Path;
import java.time.Instant;

/** Sweeps a log until nothing is due, as a process that can be killed. */
final class SweepingProgram {

    private SweepingProgram() {}

    public static void main(String[] arguments) {
        try (RunningPlatform platform = new RunningPlatform(Path.of(arguments[0]), Instant.parse(arguments[1]))) {
            platform.sweep();
        }
        System.exit(0);
    }

    static ProcessBuilder on(Path data, Instant now) {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SweepingProgram.class.getName(),
                        data.toString(),
                        now.toString())
                .redirectErrorStream(true);
    }
}
