package cn.huiying.command.report;

import cn.huiying.command.common.GivenAnswers;
import cn.huiying.command.report.generating.GenerateReport;
import cn.huiying.shared.report.ReportGenerated;
import cn.huiying.shared.report.ReportId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
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

/** The editions of one report. An edition never changes; asked for again, the last one answers as long as it still holds. */
@Aggregate(type = "Report")
class Report {

    @AggregateIdentifier
    private ReportId id;

    private String digest;
    private ReportOutcome last;
    private final GivenAnswers<ReportOutcome> answers = new GivenAnswers<>();

    /** For the framework, which folds the events into it. */
    Report() {}

    @CommandHandlerInterceptor
    Object guard(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        MetaData metadata = command.getMetaData();
        Optional<ReportOutcome> answer = answers.to(metadata);
        if (answer.isPresent()) {
            return answer.get();
        }
        requireReporter(Actor.from(metadata).role());
        return chain.proceed();
    }

    static void requireReporter(Role role) {
        if (role != Role.BUREAU_LEADER && role != Role.SUPERVISOR) {
            throw Refused.forbidden(
                    "role-may-not", "报表由信访局领导和督办员生成。", "Bureau leaders and supervisors generate reports.");
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ReportOutcome decide(GenerateReport command) {
        if (command.digest().equals(digest)) {
            return last;
        }
        AggregateLifecycle.apply(new ReportGenerated(
                command.reportId(),
                last == null ? 1 : last.edition() + 1,
                command.kind(),
                command.from(),
                command.to(),
                command.topic(),
                command.report().preliminary(),
                command.report().position(),
                command.digest(),
                command.report().content(),
                command.at()));
        return last;
    }

    @EventSourcingHandler
    void evolve(ReportGenerated event, MetaData metadata) {
        id = event.reportId();
        digest = event.digest();
        last = new ReportOutcome(id, event.edition(), event.position(), event.preliminary());
        answers.remember(metadata, last);
    }
}
