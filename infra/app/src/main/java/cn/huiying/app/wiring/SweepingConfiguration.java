package cn.huiying.app.wiring;

import cn.huiying.command.petition.due.SweepingDueMoments;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Runs the sweep of due moments while the platform runs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "huiying.offline", havingValue = "false", matchIfMissing = true)
class SweepingConfiguration {

    /**
     * Sweeps until nothing is left, then waits. It begins when the start is over: history that is still coming in with it has
     * windows which ended years ago and whose ratings are about to follow.
     */
    record Sweeper(SweepingDueMoments due, TaskScheduler scheduler, Duration every) {

        @EventListener(ApplicationReadyEvent.class)
        void begin() {
            scheduler.scheduleWithFixedDelay(this::sweep, every);
        }

        private void sweep() {
            int asked;
            do {
                asked = due.sweep();
            } while (asked > 0);
        }
    }

    @Bean
    @ConditionalOnExpression("'${huiying.side}' != 'query'")
    Sweeper sweeper(
            SweepingDueMoments due, TaskScheduler scheduler, @Value("${huiying.sweep-every:PT10S}") Duration every) {
        return new Sweeper(due, scheduler, every);
    }
}
