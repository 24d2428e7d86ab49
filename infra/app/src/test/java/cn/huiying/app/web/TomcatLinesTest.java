package cn.huiying.app.web;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class TomcatLinesTest {

    @Test
    void a_platform_that_could_not_open_a_stream_does_not_start() {
        MockEnvironment environment = new MockEnvironment();
        new TomcatLines(environment.withProperty("server.http2.enabled", "false"));
        assertThatIllegalStateException()
                .isThrownBy(() -> new TomcatLines(environment.withProperty("server.http2.enabled", "true")))
                .withMessageStartingWith("server.http2.enabled must stay off");
    }
}
