package cn.huiying.command.assessment;

import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import cn.huiying.command.assessment.AssessmentStage.Calculable;
import cn.huiying.command.assessment.AssessmentStage.Objectionable;
import cn.huiying.command.assessment.calculating.CalculateAssessment;
import cn.huiying.command.assessment.deciding.DecideObjection;
import cn.huiying.command.assessment.objecting.FileObjection;
import cn.huiying.command.assessment.opening.OpenAssessmentPeriod;
import cn.huiying.command.assessment.opening.TheSchemeAddsUp;
import cn.huiying.command.assessment.publishing.PublishAssessment;
import cn.huiying.command.calendar.WorkCalendars;
import cn.huiying.command.common.CommandMetadata;
import cn.huiying.command.common.GivenAnswers;
import cn.huiying.shared.assessment.AssessmentEvent;
import cn.huiying.shared.assessment.AssessmentId;
import cn.huiying.shared.assessment.AssessmentPeriodOpened;
import cn.huiying.shared.assessment.AssessmentScheme;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refusal;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The assessment of one period 考核 as the framework sees it. What may happen when is decided by its {@link AssessmentStage}. */
@Aggregate(type = "Assessment")
class Assessment {

    @AggregateIdentifier
    private AssessmentId id;

    private AssessmentStage stage;
    private final GivenAnswers<AssessmentOutcome> answers = new GivenAnswers<>();

    /** For the framework, which folds the events into it. */
    Assessment() {}

    /** A repeated request is answered again; else who, then on which version. */
    @CommandHandlerInterceptor
    Object guard(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        MetaData metadata = command.getMetaData();
        Optional<AssessmentOutcome> answer = answers.to(metadata);
        if (answer.isPresent()) {
            return answer.get();
        }
        boolean agencys = command.getPayloadType() == FileObjection.class;
        Role role = Actor.from(metadata).role();
        if (agencys ? role != Role.AGENCY_LEADER : role != Role.BUREAU_LEADER && role != Role.SUPERVISOR) {
            throw agencys
                    ? Refused.forbidden("role-may-not", "异议由单位审核领导提出。", "The leader of the agency objects.")
                    : Refused.forbidden("role-may-not", "考核由信访局领导和督办员办理。", "Bureau leaders and supervisors assess.");
        }
        if (metadata.get(CommandMetadata.EXPECTED_VERSION) instanceof Number expected
                && expected.longValue() != getVersion()) {
            throw new Refused(new Refusal(
                    Refusal.Kind.STALE,
                    "stale-version",
                    "该考核已被他人更新(当前版本 " + getVersion() + "),请刷新后再操作。",
                    "The assessment was changed meanwhile (it is at version " + getVersion() + "); load it again.",
                    stage.state().name(),
                    List.of()));
        }
        return chain.proceed();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    AssessmentOutcome decide(OpenAssessmentPeriod command) {
        if (stage != null) {
            throw state("开启", "open");
        }
        AssessmentScheme scheme = command.scheme() == null ? AssessmentScheme.DEFAULT : command.scheme();
        TheSchemeAddsUp.check(scheme);
        return apply(List.of(new AssessmentPeriodOpened(command.assessmentId(), scheme, command.at())));
    }

    @CommandHandler
    AssessmentOutcome decide(CalculateAssessment command, WorkCalendars calendars) {
        return apply(List.of(require(Calculable.class, "计算", "calculate").calculate(command, calendars.current())));
    }

    @CommandHandler
    AssessmentOutcome decide(FileObjection command) {
        return apply(List.of(require(Objectionable.class, "提出异议", "object").object(command)));
    }

    @CommandHandler
    AssessmentOutcome decide(DecideObjection command) {
        return apply(
                List.of(require(Objectionable.class, "裁定异议", "decide-objection").decide(command)));
    }

    @CommandHandler
    AssessmentOutcome decide(PublishAssessment command) {
        return apply(require(Objectionable.class, "通报", "publish").publish(command));
    }

    @EventSourcingHandler
    void evolve(AssessmentEvent event, MetaData metadata) {
        id = event.assessmentId();
        stage = AssessmentStage.evolve(stage, event);
        answers.remember(metadata, outcome());
    }

    private <S> S require(Class<S> needed, String chinese, String slug) {
        if (needed.isInstance(stage)) {
            return needed.cast(stage);
        }
        throw state(chinese, slug);
    }

    private Refused state(String chinese, String slug) {
        List<String> allowed = new ArrayList<>();
        if (stage instanceof Calculable) {
            allowed.add("calculate");
        }
        if (stage instanceof Objectionable) {
            allowed.addAll(List.of("decide-objection", "object", "publish"));
        }
        return new Refused(new Refusal(
                Refusal.Kind.STATE,
                "not-in-this-state",
                "考核" + stage.state().chinese() + ",不能" + chinese + "。",
                "The assessment is " + stage.state() + "; " + slug + " is not possible now.",
                stage.state().name(),
                allowed));
    }

    private AssessmentOutcome apply(List<? extends AssessmentEvent> events) {
        events.forEach(AggregateLifecycle::apply);
        return outcome();
    }

    private AssessmentOutcome outcome() {
        return new AssessmentOutcome(id, getVersion(), stage.state());
    }

    static void requireBureau(Role role) {
        if (role != Role.BUREAU_LEADER && role != Role.SUPERVISOR) {
            throw Refused.forbidden("role-may-not", "考核由信访局领导和督办员办理。", "Bureau leaders and supervisors assess.");
        }
    }

    static Refused unknown() {
        return Refused.notFound("assessment-not-found", "没有找到该考核。", "There is no such assessment.");
    }
}
