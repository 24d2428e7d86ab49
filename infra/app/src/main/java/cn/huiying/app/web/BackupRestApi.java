package cn.huiying.app.web;

import cn.huiying.app.wiring.PlatformProperties;
import cn.huiying.eventstore.SqliteEventStorageEngine;
import cn.huiying.shared.access.AccessAct;
import cn.huiying.shared.access.OnRecord;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Backs the embedded log up while the platform runs. */
@RestController
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class BackupRestApi {

    /** @param position what the copy holds at least */
    record Backup(String file, long position) {}

    /** There is no new copy. */
    static final class NotWritten extends RuntimeException {

        private NotWritten(Exception cause) {
            super(cause);
        }
    }

    private final SqliteEventStorageEngine log;
    private final PlatformProperties properties;

    BackupRestApi(SqliteEventStorageEngine log, PlatformProperties properties) {
        this.log = log;
        this.properties = properties;
    }

    @PostMapping("/api/operations/backup")
    @OnRecord(AccessAct.BACKUP)
    synchronized Backup backup(Actor actor) {
        if (actor.role() != Role.SYS_ADMIN) {
            throw Refused.forbidden("role-may-not", "只有系统管理员可以备份。", "Only a system administrator may back up.");
        }
        Path folder = properties.data().resolve("backups");
        long position = log.headPosition();
        Path file = folder.resolve("events-" + position + ".sqlite");
        try {
            Files.createDirectories(folder);
            // A copy is verified before it gets its name: one that is there is good, and nothing was appended since.
            if (Files.notExists(file)) {
                log.backup(file);
            }
        } catch (IOException | EventStoreException e) {
            throw new NotWritten(e);
        }
        return new Backup(file.toString(), position);
    }
}
