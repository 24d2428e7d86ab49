package cn.huiying.app.audit;

import cn.huiying.eventstore.ProvenLog;
import cn.huiying.eventstore.SqliteEventStorageEngine;
import cn.huiying.shared.access.AccessRecorded;
import cn.huiying.shared.rule.Actor;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.GenericEventMessage;

/**
 * Who saw whose personal data, took data out, or did something to the platform: a log of its own, stored and proven as the log of
 * events is. Each entry is on disk before its answer is sent.
 */
public final class AccessLog {

    private final SqliteEventStorageEngine log;
    private final ProvenLog proven;

    AccessLog(SqliteEventStorageEngine log, ProvenLog proven) {
        this.log = log;
        this.proven = proven;
    }

    /** @throws EventStoreException where it can't be written */
    public void append(Actor actor, AccessRecorded access) {
        String id = IdentifierFactory.getInstance().generateIdentifier();
        log.appendEvents(new GenericEventMessage<>(id, access, actor.asMetadata(), access.at()));
    }

    ProvenLog proven() {
        return proven;
    }

    void close() throws InterruptedException {
        proven.stop();
        log.close();
    }
}
