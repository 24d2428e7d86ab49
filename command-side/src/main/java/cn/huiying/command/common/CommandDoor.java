package cn.huiying.command.common;

import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refusal;
import cn.huiying.shared.rule.Refused;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.MDC;

/** Sends commands in the name of a caller and tells where the log then stands. */
public class CommandDoor {

    /** Where the logging context keeps the trace id of the request. */
    public static final String TRACE_ID = "traceId";

    private final CommandGateway commands;
    private final EventStore eventStore;

    public CommandDoor(CommandGateway commands, EventStore eventStore) {
        this.commands = commands;
        this.eventStore = eventStore;
    }

    /**
     * Sends a command and waits until its events are on disk.
     *
     * @param extra further metadata, see {@link CommandMetadata}
     * @throws Refused where it was refused; nothing changed then
     */
    public <R> R send(Object command, Actor actor, Map<String, ?> extra) {
        Map<String, Object> metadata = new HashMap<>(actor.asMetadata());
        metadata.putAll(extra);
        String traceId = MDC.get(TRACE_ID);
        if (traceId != null) {
            metadata.put(CommandMetadata.CORRELATION_ID, traceId);
        }
        try {
            return decided(command, metadata);
        } catch (ConcurrencyException e) {
            // Another node or a sweep was faster: it is decided again, on what is there now.
            return decided(command, metadata);
        }
    }

    private <R> R decided(Object command, Map<String, Object> metadata) {
        try {
            return commands.sendAndWait(new GenericCommandMessage<>(command, metadata));
        } catch (CompletionException | CommandExecutionException e) {
            throw refusalIn(e);
        }
    }

    /** The position of the log's last event; a command that has been answered is at or before it. */
    public long position() {
        TrackingToken head = eventStore.createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }

    /** Over a server an exception arrives without its class; what was refused travels in its details. */
    private static RuntimeException refusalIn(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
            if (cause instanceof CommandExecutionException failed
                    && failed.getDetails().orElse(null) instanceof Refusal refusal) {
                return new Refused(refusal);
            }
        }
        return e;
    }
}
