package cn.huiying.app.wiring;

import cn.huiying.shared.rule.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;

/** Counts commands and the rules they are refused by, and lets refusals travel over a server, where exceptions lose their class. */
@Configuration(proxyBeanMethods = false)
class CommandInterceptors {

    private record Outcome(Class<?> command, String rule) {}

    /** Kept, for registering a meter that is there already takes the registry's lock. */
    private final Map<Outcome, Timer> timers = new ConcurrentHashMap<>();

    @Autowired
    void register(CommandBus commands, MeterRegistry meters, @Value("${axon.axonserver.enabled}") boolean overServer) {
        commands.registerHandlerInterceptor((unit, chain) -> measured(unit, chain, meters));
        if (overServer) {
            commands.registerHandlerInterceptor((unit, chain) -> travelling(chain));
        }
    }

    private Object measured(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain, MeterRegistry meters)
            throws Exception {
        long start = System.nanoTime();
        String rule = "none";
        try {
            return chain.proceed();
        } catch (Refused e) {
            rule = e.refusal().rule();
            throw e;
        } catch (Exception e) {
            rule = "fault";
            throw e;
        } finally {
            timers.computeIfAbsent(new Outcome(unit.getMessage().getPayloadType(), rule), outcome -> Timer.builder(
                                    "huiying.commands")
                            .description("Deciding on commands, by type and by the rule that refused them")
                            .tag("command", outcome.command().getSimpleName())
                            .tag("refusedBy", outcome.rule())
                            .register(meters))
                    .record(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static Object travelling(InterceptorChain chain) throws Exception {
        try {
            return chain.proceed();
        } catch (Refused e) {
            throw new CommandExecutionException(e.getMessage(), e, e.refusal());
        }
    }
}
