package cn.huiying.command.petition;

import cn.huiying.command.calendar.WorkCalendars;
import cn.huiying.command.deadlinepolicy.DeadlinePolicies;
import cn.huiying.command.organisation.Agencies;
import cn.huiying.shared.deadline.TimeRules;
import cn.huiying.shared.rule.Actor;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Duration;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;

/** Hands every handler the circumstances it may ask about, with the actor of the command at hand. */
class CircumstancesResolver implements ParameterResolverFactory, ParameterResolver<Circumstances> {

    private final WorkCalendars calendars;
    /**
     * Asked for by every command, twice a year another one. A second late does no harm: a policy takes effect after it was
     * published, and what an imported year changes is counted again.
     */
    private final Cache<Class<?>, TimeRules> rules =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build();

    private final ProcedureSettings settings;
    private final Agencies agencies;
    private final DeadlinePolicies policies;

    CircumstancesResolver(
            WorkCalendars calendars, ProcedureSettings settings, Agencies agencies, DeadlinePolicies policies) {
        this.calendars = calendars;
        this.settings = settings;
        this.agencies = agencies;
        this.policies = policies;
    }

    @Override
    public ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == Circumstances.class ? this : null;
    }

    @Override
    public Circumstances resolveParameterValue(Message<?> message) {
        return of(Actor.from(message.getMetaData()));
    }

    Circumstances of(Actor actor) {
        return new Circumstances(
                actor,
                rules.get(TimeRules.class, key -> new TimeRules(policies.current(), calendars.current())),
                settings,
                agencies);
    }

    @Override
    public boolean matches(Message<?> message) {
        return true;
    }
}
