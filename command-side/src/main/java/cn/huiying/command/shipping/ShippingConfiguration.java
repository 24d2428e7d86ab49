package cn.huiying.command.shipping;

import cn.huiying.command.calendar.WorkCalendars;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.deadlinepolicy.DeadlinePolicies;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a new log begins with. */
@Configuration(proxyBeanMethods = false)
public class ShippingConfiguration {

    @Bean
    ShippingTimeRules shippingTimeRules(
            CommandDoor door, WorkCalendars calendars, DeadlinePolicies policies, InstantSource clock) {
        return new ShippingTimeRules(door, calendars, policies, clock);
    }
}
