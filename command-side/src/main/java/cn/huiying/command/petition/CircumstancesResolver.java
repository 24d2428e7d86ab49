package cn.huiying.command.petition;

import cn.huiying.command.organisation.Agencies;
import cn.huiying.shared.deadline.Policies;
import cn.huiying.shared.deadline.TimeRules;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.time.WorkCalendar;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;

/** Hands every handler the circumstances it may ask about, with the actor of the command at hand. */
class CircumstancesResolver implements ParameterResolverFactory, ParameterResolver<Circumstances> {

    private final WorkCalendar calendar;
    private final Policies policies;
    private final ProcedureSettings settings;
    private final Agencies agencies;

    CircumstancesResolver(WorkCalendar calendar, Policies policies, ProcedureSettings settings, Agencies agencies) {
        this.calendar = calendar;
        this.policies = policies;
        this.settings = settings;
        this.agencies = agencies;
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
        return new Circumstances(actor, new TimeRules(policies, calendar), settings, agencies);
    }

    @Override
    public boolean matches(Message<?> message) {
        return true;
    }
}
