package cn.huiying.app.wiring;

import cn.huiying.command.petition.lapsing.SweepingOpenWindows;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Runs the sweep of ended windows while the platform runs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "huiying.offline", havingValue = "false", matchIfMissing = true)
class SweepingConfiguration {

    /** Sweeps until nothing is left, then waits. */
    record Sweeper(SweepingOpenWindows windows) {

        @Scheduled(fixedDelayString = "${huiying.sweep-every:PT10S}")
        void sweep() {
            int lapsed;
            do {
                lapsed = windows.sweep();
            } while (lapsed > 0);
        }
    }

    @Bean
    @org.springframework.boot.autoconfigure.condition.ConditionalOnExpression("'${huiying.side}' != 'query'")
    Sweeper sweeper(SweepingOpenWindows windows) {
        return new Sweeper(windows);
    }
}
