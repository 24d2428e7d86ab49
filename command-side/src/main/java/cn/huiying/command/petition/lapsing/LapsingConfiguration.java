package cn.huiying.command.petition.lapsing;

import cn.huiying.command.common.CommandDoor;
import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The due list and its sweep. */
@Configuration(proxyBeanMethods = false)
public class LapsingConfiguration {

    @Bean
    OpenWindows openWindows(MongoDatabase database) {
        return new MongoOpenWindows(database);
    }

    @Bean
    OpenWindowsProjection openWindowsProjection(OpenWindows windows) {
        return new OpenWindowsProjection(windows);
    }

    @Bean
    SweepingOpenWindows sweepingOpenWindows(OpenWindows windows, CommandDoor door, InstantSource clock) {
        return new SweepingOpenWindows(windows, door, clock);
    }
}
