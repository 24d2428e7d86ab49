package cn.huiying.app.wiring;

import cn.huiying.command.supervision.ProposingHotIssues;
import cn.huiying.command.supervision.SupervisionReactionsConfiguration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.Scheduled;

/** Proposes and notes supervision while the platform runs; several command nodes may, since nothing is done twice. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "huiying.offline", havingValue = "false", matchIfMissing = true)
@ConditionalOnExpression("'${huiying.side}' != 'query'")
@Import(SupervisionReactionsConfiguration.class)
class SupervisingConfiguration {

    @Bean
    SupervisionReactionsConfiguration.ReactionsFile reactionsFile(PlatformProperties properties) {
        return new SupervisionReactionsConfiguration.ReactionsFile(
                properties.data().resolve("supervision-reactions.sqlite"));
    }

    /** Before the supervisors' day begins. */
    record HotIssuesEachMorning(ProposingHotIssues hotIssues, InstantSource clock) {

        @Scheduled(cron = "0 0 6 * * *", zone = "Asia/Shanghai")
        void propose() {
            hotIssues.propose(clock.instant());
        }
    }

    @Bean
    HotIssuesEachMorning hotIssuesEachMorning(ProposingHotIssues hotIssues, InstantSource clock) {
        return new HotIssuesEachMorning(hotIssues, clock);
    }
}
