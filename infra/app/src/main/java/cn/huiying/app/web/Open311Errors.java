package cn.huiying.app.web;

import cn.huiying.query.common.Rendered;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.ObjectMapper;

/** What goes wrong at the doors of Open311, in the shape of its specification. */
@ControllerAdvice
class Open311Errors implements ResponseBodyAdvice<Object> {

    @JsonRootName("errors")
    record Errors(@JsonValue List<Error> errors) {}

    record Error(int code, String description) {}

    /** An answer in the place of a problem. */
    record Answer(int status, MediaType type, String text) {}

    private final ObjectMapper mapper;

    Open311Errors(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object beforeBodyWrite(
            Object body,
            MethodParameter returnType,
            MediaType selected,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof Problem problem) || !concerns(problem)) {
            return body;
        }
        Answer answer = of(problem, mapper);
        response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
        response.getHeaders().setContentType(answer.type());
        return new Rendered<>(answer.text());
    }

    static boolean concerns(Problem problem) {
        return problem.instance().startsWith("/open311/");
    }

    static Answer of(Problem problem, ObjectMapper mapper) {
        int status =
                switch (problem.status()) {
                    // “Basically 400 for any other error where the request can not be fulfilled as expected.”
                    case 409, 412, 422, 428 -> 400;
                    default -> problem.status();
                };
        List<String> descriptions = problem.errors() == null
                ? List.of(problem.detail())
                : problem.errors().stream().map(Problem.Fault::message).toList();
        Errors errors = new Errors(descriptions.stream()
                .map(description -> new Error(status, description))
                .toList());
        boolean json = problem.instance().endsWith(".json");
        return new Answer(
                status,
                new MediaType(json ? MediaType.APPLICATION_JSON : MediaType.TEXT_XML, StandardCharsets.UTF_8),
                json ? mapper.writeValueAsString(errors) : Open311Xml.text(errors, mapper));
    }
}
