package cn.huiying.app.wiring;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Turns the Axon Server connector on as soon as a server is named, and off otherwise: merely on the class path, it would look
 * for one on localhost.
 */
class AxonServerSwitch implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean named = !environment.getProperty("huiying.axon-server", "").isEmpty();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("axon-server-switch", Map.of("axon.axonserver.enabled", named)));
    }
}
