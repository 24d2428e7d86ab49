package cn.huiying.app.acceptance;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.test.context.TestPropertySource;

/** The same promises on an Axon Server that the operator supplies; it must be empty. */
@EnabledIfEnvironmentVariable(
        named = "AXON_SERVER",
        matches = ".+",
        disabledReason = "AXON_SERVER names no Axon Server (host:port)")
@TestPropertySource(properties = "huiying.axon-server=${AXON_SERVER}")
class OnAxonServerTest extends PlatformAcceptance {}
