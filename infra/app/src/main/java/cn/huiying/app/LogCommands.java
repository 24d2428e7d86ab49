package cn.huiying.app;

import cn.huiying.eventstore.SqliteEventStorageEngine;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** What an operator does with the embedded log as a whole. */
final class LogCommands {

    private LogCommands() {}

    static int backup(ApplicationContext context, String target) {
        context.getBean(SqliteEventStorageEngine.class).backup(Path.of(target));
        System.out.println("The log was copied to " + target + ".");
        return 0;
    }

    static int verify(ApplicationContext context) {
        SqliteEventStorageEngine log = context.getBean(SqliteEventStorageEngine.class);
        Optional<String> fault = log.verify();
        System.out.println(fault.orElse("The log is sound: " + log.headPosition() + " events, without a gap."));
        return fault.isEmpty() ? 0 : 1;
    }
}
