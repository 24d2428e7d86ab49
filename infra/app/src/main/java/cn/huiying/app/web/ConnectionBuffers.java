package cn.huiying.app.web;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * A live stream keeps its connection's buffers for hours, and needs next to nothing of them: what is read is one request, and
 * what is written are frames of some hundred bytes. Larger answers go out in more pieces, larger bodies come in in more.
 */
@Component
class ConnectionBuffers implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final String READ = "1024";
    private static final String WRITE = "2048";

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", READ);
            connector.setProperty("socket.appWriteBufSize", WRITE);
        });
    }
}
