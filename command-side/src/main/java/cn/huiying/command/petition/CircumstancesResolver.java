package cn.huiying.command.petition;

import cn.huiying.command.calendar.WorkCalendars;
import cn.huiying.command.deadlinepolicy.DeadlinePolicies;
import cn.huiying.command.organisation.Agencies;
import cn.huiying.shared.deadline.TimeRules;
import cn.huiying.shared.rule.Actor;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Hands every handler the circumstances it may ask about, with the actor of the command at hand. */
class CircumstancesResolver implements ParameterResolverFactory, ParameterResolver<Circumstances> {

    private final WorkCalendars calendars;
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
        return new Circumstances(actor, rules(), settings, agencies);
    }

    /** Read once a command, never remembered longer: what is counted again after an import is counted by that import. */
    private TimeRules rules() {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().root().getOrComputeResource(TimeRules.class.getName(), key -> read())
                : read();
    }

    private TimeRules read() {
        return new TimeRules(policies.current(), calendars.current());
    }

    @Override
    public boolean matches(Message<?> message) {
        return true;
    }
}
