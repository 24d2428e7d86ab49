package cn.huiying.app;

import cn.huiying.app.audit.AuditCommand;
import cn.huiying.app.importing.DirectoryCommand;
import cn.huiying.app.importing.ImportCommand;
import cn.huiying.app.wiring.OneSentence;
import cn.huiying.command.shipping.ShippingTimeRules;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The platform: {@code run} (the default), {@code import FILE}, {@code backup FILE} or {@code verify}. */
@SpringBootApplication
public class HuiyingApplication {

    private static final String USAGE =
            """
            Usage: java -jar huiying.jar [COMMAND] [--property=value …]
              run            the platform (the default)
              import FILE    historical messages, one JSON object a line
              directory FILE the directory of agencies, one JSON object a line, instead of the present one
              backup FILE    a copy of the log, which then opens and verifies
              verify         checks the log for damage
              audit FILE KEY FOLDER
                             the same, and folds the bundle's log in that folder: names each read model that comes to something else
              audit FILE KEY WITNESS
                             the same of a log's file, also against a checkpoint, or a folder of them, that a witness has kept
              audit FILE KEY verifies a bundle, or a log's file, with the file of the public key: names the first event that is not
                             the one that was signed
            """;

    public static void main(String[] arguments) {
        String[] words =
                Arrays.stream(arguments).filter(word -> !word.startsWith("--")).toArray(String[]::new);
        String[] options =
                Arrays.stream(arguments).filter(word -> word.startsWith("--")).toArray(String[]::new);
        String command = words.length == 0 ? "run" : words[0];
        int status;
        try {
            status = switch (command + " " + words.length) {
                case "run 0", "run 1" -> run(options);
                case "import 2" -> {
                    ImportCommand.check(words[1]);
                    yield offline(options, context -> {
                        context.getBean(ShippingTimeRules.class).ship();
                        return context.getBean(ImportCommand.class).run(words[1]);
                    });
                }
                case "directory 2" -> {
                    ImportCommand.check(words[1]);
                    yield offline(options, context -> context.getBean(DirectoryCommand.class)
                            .run(words[1]));
                }
                case "backup 2" -> offline(options, context -> LogCommands.backup(context, words[1]));
                case "verify 1" -> offline(options, LogCommands::verify);
                case "audit 3" -> AuditCommand.run(Path.of(words[1]), Path.of(words[2]));
                case "audit 4" ->
                    AuditCommand.replay(
                            Path.of(words[1]),
                            Path.of(words[2]),
                            Path.of(words[3]),
                            folder -> replayed(options, folder));
                default -> usage();
            };
        } catch (Throwable e) {
            System.err.println(OneSentence.of(e));
            status = 1;
        }
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int run(String[] options) {
        SpringApplication.run(HuiyingApplication.class, options);
        return 0;
    }

    private interface Work {
        int with(ConfigurableApplicationContext context) throws Exception;
    }

    /** Only the command side, without doors and read models: for work on the log while the platform is down. */
    private static int offline(String[] options, Work work) throws Exception {
        String[] all = Stream.concat(
                        Arrays.stream(options),
                        Stream.of("--huiying.side=command", "--huiying.demo=false", "--huiying.offline=true"))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(HuiyingApplication.class)
                .web(WebApplicationType.NONE)
                .run(all)) {
            return work.with(context);
        }
    }

    /**
     * Both sides on a log that nothing is added to, without doors: nobody is told of anything, and nothing is touched but the folder,
     * whatever servers the environment names.
     */
    private static ConfigurableApplicationContext replayed(String[] options, Path folder) {
        return new SpringApplicationBuilder(HuiyingApplication.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(
                                Arrays.stream(options)
                                        .filter(option ->
                                                !option.matches("--huiying\\.(data|mongodb-uri|axon-server)=.*")),
                                Stream.of(
                                        "--huiying.data=" + folder,
                                        "--huiying.mongodb-uri=",
                                        "--huiying.axon-server=",
                                        "--huiying.side=both",
                                        "--huiying.demo=false",
                                        "--huiying.offline=true",
                                        "--huiying.notifications.enabled=false"))
                        .toArray(String[]::new));
    }

    private static int usage() {
        System.err.print(USAGE);
        return 2;
    }
}
