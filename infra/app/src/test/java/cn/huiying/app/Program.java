package cn.huiying.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as a process of its own. */
public final class Program {

    private Program() {}

    /** The words that start it, in the JVM of the tests. */
    public static List<String> command(Path data, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                HuiyingApplication.class.getName()));
        command.addAll(List.of(words));
        command.add("--huiying.data=" + data);
        return command;
    }
}
