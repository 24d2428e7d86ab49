package cn.huiying.app;

import cn.huiying.app.audit.AccessLog;
import cn.huiying.eventstore.SqliteEventStorageEngine;
import cn.huiying.shared.access.AccessAct;
import cn.huiying.shared.access.AccessRecorded;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** What an operator does with the embedded log as a whole. */
final class LogCommands {

    private LogCommands() {}

    static int backup(ApplicationContext context, String target) {
        // Before there is a copy.
        context.getBean(AccessLog.class)
                .append(
                        new Actor("console-" + System.getProperty("user.name"), Role.SYS_ADMIN, null, null),
                        new AccessRecorded(
                                AccessAct.BACKUP,
                                "backup",
                                target,
                                List.of(),
                                0,
                                null,
                                context.getBean(InstantSource.class).instant()));
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
