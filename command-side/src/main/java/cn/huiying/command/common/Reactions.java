package cn.huiying.command.common;

import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what follows from the events of a batch before the batch is done: what could not be sent is sent again with the batch, and
 * every command bears being sent again. On a thread of its own, since a command sent inside the batch's unit of work would be
 * committed with it.
 */
public final class Reactions implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Reactions.class);

    private final CommandDoor door;
    private final ExecutorService sender;

    /** @param group the processing group that reacts */
    public Reactions(CommandDoor door, String group) {
        this.door = door;
        this.sender = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(group + "-sender").daemon().factory());
    }

    /** The command is sent when everything else of the batch is done. */
    public void send(UnitOfWork<?> batch, Object command) {
        List<Object> commands = batch.root().getOrComputeResource(Reactions.class.getName(), key -> {
            List<Object> gathered = new ArrayList<>();
            batch.root().onPrepareCommit(unit -> sendAll(gathered));
            return gathered;
        });
        commands.add(command);
    }

    private void sendAll(List<Object> commands) {
        try {
            sender.submit(() -> commands.forEach(this::send)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The platform stops; what follows is sent after its start.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "What follows from an event could not be sent; it is tried again.", e.getCause());
        }
    }

    private void send(Object command) {
        try {
            door.send(command, Actor.SYSTEM, Map.of());
        } catch (Refused e) {
            log.warn("{} does not follow any more: {}", command, e.getMessage());
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
    }
}
