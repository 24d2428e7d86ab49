package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.huiying.app.Program;
import cn.huiying.app.acceptance.Api.Answer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The program on a real file system that fills up. It is mounted for one process, in whose view the program runs. */
class OnFullDiskTest {

    private static final Pattern PORT = Pattern.compile("listens on 127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern CODE = Pattern.compile("Code (\\d{6}) for the phone");
    private static final String CITIZEN = "citizen@C-01";
    private static final String PETITION = "{'section':'MASS_MESSAGE','board':'COUNTY_LEADER','type':'HELP',"
            + "'domain':'环保','district':'445224','visibilityWish':'PUBLIC','title':'路灯不亮','body':'"
            + "村口路灯坏了。".repeat(140) + "'}";

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();
    private Path disk;
    private Process holder;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        String script = "mount -t tmpfs -o size=64m tmpfs \"$0\" || exit 77; echo mounted; read end";
        Path errors = folder.resolve("errors");
        holder = new ProcessBuilder("unshare", "-m", "sh", "-c", script, disk.toString())
                .redirectError(errors.toFile())
                .start();
        started.add(holder);
        boolean mounted = "mounted".equals(holder.inputReader().readLine());
        assumeTrue(mounted, "no file system can be mounted here: " + Files.readString(errors));
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : started.reversed()) {
            process.destroyForcibly().waitFor();
        }
    }

    private ProcessBuilder onDisk(List<String> words) {
        List<String> command = new ArrayList<>(List.of("nsenter", "-t", "" + holder.pid(), "-m"));
        command.addAll(words);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    private void resize(long bytes) throws Exception {
        assertThat(onDisk(List.of("mount", "-o", "remount,size=" + bytes, disk.toString()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** The program, its output and its port. */
    private record Run(Process process, Path output, Api api) {

        String last(Pattern pattern) throws IOException {
            Matcher matcher = pattern.matcher(Files.readString(output));
            String last = null;
            while (matcher.find()) {
                last = matcher.group(1);
            }
            return last;
        }
    }

    private Run start() throws Exception {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = onDisk(Program.command(
                        disk.resolve("data"),
                        "run",
                        "--server.port=0",
                        "--huiying.sweep-every=PT1H",
                        "--huiying.web.account.requests=1000000"))
                .redirectOutput(output.toFile())
                .start();
        started.add(process);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> PORT.matcher(Files.readString(output)).find());
        Matcher port = PORT.matcher(Files.readString(output));
        assertThat(port.find()).isTrue();
        return new Run(process, output, new Api(Integer.parseInt(port.group(1))));
    }

    private static JsonNode health(Run run) {
        return run.api().anyone().get("/actuator/health").json();
    }

    @Test
    void what_was_acknowledged_stays_and_what_finds_no_room_is_refused_until_there_is_room_again() throws Exception {
        Run run = start();
        Api.As citizen = run.api().as(CITIZEN);
        citizen.post("/api/accounts", "{'name':'陈大文','phone':'19900001234','noticeVersion':'2026-11'}");
        citizen.post("/api/accounts/me/confirm-phone", "{'code':'" + run.last(CODE) + "'}");
        File root = Path.of("/proc/" + holder.pid() + "/root" + disk).toFile();
        resize(root.getTotalSpace() - root.getUsableSpace() + (3 << 20));

        List<String> acknowledged = new ArrayList<>();
        Answer answer = citizen.post("/api/petitions", PETITION);
        while (answer.status() == 201) {
            acknowledged.add(answer.json().get("id").stringValue());
            answer = citizen.post("/api/petitions", PETITION);
        }
        assertThat(acknowledged).hasSizeGreaterThan(20);
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.problem()).isEqualTo("log-not-writable");
        assertThat(answer.json().get("detail").stringValue()).isEqualTo("暂时无法保存,没有任何更改;请稍后重试或联系运维。");
        acknowledged.forEach(id ->
                assertThat(citizen.get("/api/petitions/" + id).status()).as(id).isEqualTo(200));
        assertThat(health(run).get("status").stringValue()).isEqualTo("DOWN");
        assertThat(health(run).get("components").get("diskSpace").toString())
                .contains("\"status\":\"DOWN\"", disk.toString());

        run.process().destroyForcibly().waitFor();
        resize(64 << 20);
        Run again = start();
        Api.As same = again.api().as(CITIZEN);
        acknowledged.forEach(id ->
                assertThat(same.get("/api/petitions/" + id).status()).as(id).isEqualTo(200));
        assertThat(same.post("/api/petitions", PETITION).status()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(health(again).get("status").stringValue())
                        .as(health(again).toString())
                        .isEqualTo("UP"));
        assertThat(same.get("/api/petitions/mine?total=exact")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(acknowledged.size() + 1);
    }
}
