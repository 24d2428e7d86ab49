package cn.huiying.app.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** What the server refuses before any filter sees it, such as a bad request line, gets the same shape. */
@Component
class MalformedRequests implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final Logger log = LoggerFactory.getLogger(MalformedRequests.class);

    private final ObjectMapper mapper;

    MalformedRequests(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            host.getPipeline().addValve(new Report());
            // The host adds its own report, which would come first, unless it finds one of this name.
            host.setErrorReportValveClass(Report.class.getName());
        });
    }

    private final class Report extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, Throwable throwable) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            MDC.put(TraceFilter.TRACE_ID, TraceFilter.traceId(request));
            try {
                log.info("Refused by the server with status {}", status);
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.setCharacterEncoding("UTF-8");
                mapper.writeValue(
                        response.getOutputStream(),
                        Problems.byStatus(HttpStatusCode.valueOf(status), HttpHeaders.EMPTY, request)
                                .getBody());
                response.finishResponse();
            } catch (IOException e) {
                log.debug("The caller left before the answer was complete");
            } finally {
                MDC.remove(TraceFilter.TRACE_ID);
            }
        }
    }
}
