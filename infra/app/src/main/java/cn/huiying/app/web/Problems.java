package cn.huiying.app.web;

import cn.huiying.command.common.PreconditionRequired;
import cn.huiying.command.picture.UnsupportedPicture;
import cn.huiying.eventstore.NotProven;
import cn.huiying.query.common.ReadModelBehind;
import cn.huiying.query.live.TooManySubscribers;
import cn.huiying.shared.privacy.AttachmentContents;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refusal;
import cn.huiying.shared.rule.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Every error in one shape. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private record Words(String slug, String chinese, String english) {}

    private static final Words NOT_SUPPORTED =
            new Words("not-supported", "服务器不支持该请求", "The server does not support this");

    /** What the framework refuses before a door is reached. */
    private static final Map<Integer, Words> BY_STATUS = Map.ofEntries(
            Map.entry(400, new Words("bad-request", "请求有误", "Bad request")),
            Map.entry(401, new Words("unauthorized", "请先登录", "Authentication is needed")),
            Map.entry(403, new Words("forbidden", "无权访问", "Not allowed")),
            Map.entry(404, new Words("not-found", "没有找到", "Not found")),
            Map.entry(405, new Words("method-not-allowed", "不支持该请求方法", "Method not allowed")),
            Map.entry(406, new Words("not-acceptable", "无法按要求的格式回答", "Not acceptable")),
            Map.entry(408, new Words("request-timeout", "请求未能及时送达", "The request did not arrive in time")),
            Map.entry(413, new Words("content-too-large", "请求体过大", "Content too large")),
            Map.entry(415, new Words("unsupported-media-type", "不支持该内容类型", "Unsupported media type")),
            Map.entry(
                    429,
                    new Words("too-many-requests", "请求过于频繁,请稍后再试", "Too many requests; try again after Retry-After")),
            Map.entry(501, NOT_SUPPORTED),
            Map.entry(505, NOT_SUPPORTED));

    private static final Words INTERNAL = new Words("internal-error", "系统内部错误", "Internal error");

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused e, HttpServletRequest request) {
        Refusal refusal = e.refusal();
        boolean english = Problem.inEnglish(request);
        Words words =
                switch (refusal.kind()) {
                    case FORBIDDEN -> new Words(refusal.rule(), "无权执行", "Not allowed");
                    case NOT_FOUND -> new Words(refusal.rule(), "没有找到", "Not found");
                    case STATE -> new Words(refusal.rule(), "当前状态不能执行", "Not possible in this state");
                    case STALE -> new Words(refusal.rule(), "留言已被更新", "The petition was changed");
                    case RULE -> new Words(refusal.rule(), "不符合规则", "A rule forbids it");
                };
        int status =
                switch (refusal.kind()) {
                    case FORBIDDEN -> 403;
                    case NOT_FOUND -> 404;
                    case STATE -> 409;
                    case STALE -> 412;
                    case RULE -> 422;
                };
        Problem problem = Problem.of(
                request,
                status,
                words.slug(),
                english ? words.english() : words.chinese(),
                english ? refusal.english() : refusal.chinese());
        return answer(
                refusal.kind() == Refusal.Kind.STATE ? problem.withState(refusal.state(), refusal.allowed()) : problem);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(InvalidInput e, HttpServletRequest request) {
        boolean english = Problem.inEnglish(request);
        List<Problem.Fault> faults = e.faults().stream()
                .map(fault ->
                        new Problem.Fault(fault.pointer(), fault.code(), english ? fault.english() : fault.chinese()))
                .toList();
        return answer(Problem.of(
                        request,
                        400,
                        "invalid-input",
                        english ? "Invalid input" : "输入有误",
                        faults.getFirst().message())
                .withErrors(faults));
    }

    @ExceptionHandler
    ResponseEntity<Problem> preconditionRequired(PreconditionRequired e, HttpServletRequest request) {
        return answer(problem(
                request,
                428,
                "precondition-required",
                "缺少 If-Match",
                "If-Match is missing",
                "请带上 If-Match:您看到的版本(ETag),或 *。",
                "Send If-Match with the version that you saw (its ETag), or *."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> behind(ReadModelBehind e, HttpServletRequest request) {
        Problem problem = problem(
                request,
                503,
                "read-model-behind",
                "数据尚未同步",
                "The read model is behind",
                "“" + e.readModel() + "”目前到位置 " + e.position() + ",尚未到 " + e.wanted() + ",请稍后重试。",
                "“" + e.readModel() + "” is at position " + e.position() + " and not yet at " + e.wanted()
                        + "; try again.");
        return ResponseEntity.status(503)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notProven(NotProven e, HttpServletRequest request) {
        return answer(problem(
                request,
                503,
                "log-not-proven",
                "日志无法签名",
                "The log is not signed",
                "日志与已签名的检查点不符或无法写入,已停止签名,请联系审计管理员。原因:" + e.getMessage(),
                "The log does not fit what was signed over it, or its tree can't be written; nothing is signed until an audit"
                        + " administrator has looked: " + e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> full(TooManySubscribers e, HttpServletRequest request) {
        int status = e.ofOneCaller() ? 429 : 503;
        Problem problem = problem(
                request,
                status,
                "too-many-subscribers",
                "实时连接已满",
                "Too many live streams",
                e.ofOneCaller() ? "您打开的实时连接过多,请先关闭一些。" : "实时连接数已达上限,请稍后重试。",
                e.ofOneCaller()
                        ? "You have as many live streams open as one may have; close some first."
                        : "There are as many live streams as this node serves; try again later.");
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimitFilter.TooLarge) {
                return byStatus(HttpStatus.CONTENT_TOO_LARGE, HttpHeaders.EMPTY, request);
            }
            if (cause instanceof BodyLimitFilter.TooSlow || cause instanceof SocketTimeoutException) {
                // What else the client sends is no request (RFC 9110, 15.5.9).
                HttpHeaders close = new HttpHeaders();
                close.setConnection("close");
                return byStatus(HttpStatus.REQUEST_TIMEOUT, close, request);
            }
        }
        if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
            String name = unknown.getPropertyName();
            return invalid(
                    new InvalidInput(
                            "/" + name,
                            "unknown-property",
                            "没有属性“" + name + "”。",
                            "There is no property “" + name + "”."),
                    request);
        }
        return answer(
                problem(
                        request,
                        400,
                        "unreadable-body",
                        "请求体有误",
                        "The body can't be read",
                        "请求体缺失,或不是合法的 JSON,或含有未知属性或类型不符的值。",
                        "The body is missing, is not well-formed JSON, or has an unknown property or a value of a wrong type."));
    }

    /** Two changed the same petition at once; one of them was first. */
    @ExceptionHandler
    ResponseEntity<Problem> concurrent(ConcurrencyException e, HttpServletRequest request) {
        return answer(problem(
                request,
                412,
                "stale-version",
                "留言已被更新",
                "The petition was changed",
                "该留言刚被他人更新,请刷新后再操作。",
                "The petition was changed at the same moment; load it again."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unknown(AggregateNotFoundException e, HttpServletRequest request) {
        return answer(problem(
                request, 404, "petition-not-found", "没有找到", "Not found", "没有找到该留言。", "There is no such petition."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> notStored(EventStoreException e, HttpServletRequest request) {
        log.error("Nothing was stored", e);
        return answer(problem(
                request,
                503,
                "log-not-writable",
                "暂时无法保存",
                "It can't be stored now",
                "暂时无法保存,没有任何更改;请稍后重试或联系运维。",
                "It can't be stored now and nothing changed; try again later or tell the operator."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unsupported(UnsupportedPicture e, HttpServletRequest request) {
        return answer(problem(
                request,
                415,
                "unsupported-media-type",
                "不支持该内容类型",
                "Unsupported media type",
                e.chinese(),
                e.english()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> notKept(AttachmentContents.NotKept e, HttpServletRequest request) {
        log.error("No attachment was added", e);
        return answer(problem(
                request,
                503,
                "attachment-not-kept",
                "暂时无法保存图片",
                "The picture can't be stored now",
                "暂时无法保存图片,没有任何更改;请稍后重试或联系运维。",
                "The picture can't be stored now and nothing changed; try again later or tell the operator."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> noBackup(BackupRestApi.NotWritten e, HttpServletRequest request) {
        log.error("The log was not backed up", e);
        return answer(problem(
                request,
                503,
                "backup-not-written",
                "备份未完成",
                "The backup was not written",
                "备份未完成,日志本身没有受影响;请查看运行日志,确认数据文件夹下的 backups 可写且有足够空间。",
                "The backup was not written and the log itself is not affected; see the platform's log output, and that"
                        + " the folder backups in the data folder can be written and has room."));
    }

    /** The server can't read the parameters, of the address or of a form; what it says quotes them. */
    @ExceptionHandler
    ResponseEntity<Problem> unreadable(InvalidParameterException e, HttpServletRequest request) {
        return byStatus(HttpStatus.valueOf(e.getErrorCode()), HttpHeaders.EMPTY, request);
    }

    /** The caller has gone; there is nobody to answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e) {
        log.debug("The caller left before the answer was complete");
    }

    @ExceptionHandler
    ResponseEntity<Problem> anythingElse(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse framework) {
            return byStatus(framework.getStatusCode(), framework.getHeaders(), request);
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return byStatus(HttpStatus.INTERNAL_SERVER_ERROR, HttpHeaders.EMPTY, request);
    }

    /** Writes what a filter refuses, where no door answers. */
    static void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, ObjectMapper mapper)
            throws IOException {
        Problem problem = byStatus(status, HttpHeaders.EMPTY, request).getBody();
        if (Open311Errors.concerns(problem)) {
            Open311Errors.Answer answer = Open311Errors.of(problem, mapper);
            response.setStatus(answer.status());
            response.setContentType(answer.type().toString());
            response.getOutputStream().write(answer.text().getBytes(StandardCharsets.UTF_8));
            return;
        }
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        mapper.writeValue(response.getOutputStream(), problem);
    }

    static ResponseEntity<Problem> byStatus(HttpStatusCode status, HttpHeaders headers, HttpServletRequest request) {
        return byStatus(status, headers, request, request.getRequestURI());
    }

    /** @param path what was asked for, where the request was passed on */
    static ResponseEntity<Problem> byStatus(
            HttpStatusCode status, HttpHeaders headers, HttpServletRequest request, String path) {
        Words words = BY_STATUS.getOrDefault(status.value(), status.is4xxClientError() ? BY_STATUS.get(400) : INTERNAL);
        Problem problem = problem(
                        request,
                        status.value(),
                        words.slug(),
                        words.chinese(),
                        words.english(),
                        words.chinese() + "。",
                        words.english() + ".")
                .at(path);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Problem problem(
            HttpServletRequest request,
            int status,
            String slug,
            String titleChinese,
            String titleEnglish,
            String chinese,
            String english) {
        return Problem.inEnglish(request)
                ? Problem.of(request, status, slug, titleEnglish, english)
                : Problem.of(request, status, slug, titleChinese, chinese);
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
