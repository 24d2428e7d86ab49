package cn.huiying.app.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The answers and headers that doors have in common, named once in the API document. */
final class OpenApiAnswers {

    private static final Map<String, String> PROBLEMS = new LinkedHashMap<>();

    static {
        PROBLEMS.put("400", "请求有误 · The input can't be taken");
        PROBLEMS.put("401", "没有令牌或令牌无效 · No token, or one that is not valid");
        PROBLEMS.put("403", "无权执行 · The caller may not");
        PROBLEMS.put("404", "没有找到 · There is none, or not for this caller");
        PROBLEMS.put("406", "无法按要求的格式回答 · Not in a form that was asked for");
        PROBLEMS.put("409", "当前状态不能执行 · The state does not allow it");
        PROBLEMS.put("412", "已被他人更新 · Somebody changed it meanwhile");
        PROBLEMS.put("413", "请求体过大 · The body is too large");
        PROBLEMS.put("415", "不支持该内容类型 · The body is not of a type that is read");
        PROBLEMS.put("422", "不符合规则 · A rule forbids it");
        PROBLEMS.put("428", "缺少 If-Match · If-Match is missing");
        PROBLEMS.put("429", "请求过于频繁 · Asked too often");
        PROBLEMS.put("500", "系统内部错误 · A fault of the platform");
        PROBLEMS.put("503", "数据尚未同步或暂时无法保存 · The read model is behind, or nothing can be stored now");
    }

    private static final Set<String> OF_COMMANDS = Set.of("409", "412", "413", "415", "422", "428");

    /** Doors that answer 201 with a {@code Location}. */
    private static final Set<String> CREATE = Set.of(
            "/api/petitions",
            "/api/petitions/{id}/attachments",
            "/api/supervision/orders",
            "/api/supervision/assessments",
            "/api/supervision/orders/{id}/documents",
            "/api/supervision/proposals",
            "/api/supervision/proposals/{id}/documents",
            "/api/supervision/instructions",
            "/api/supervision/media-leads",
            "/api/reports",
            "/api/policies",
            "/api/suggestions/topics",
            "/api/suggestions/measures",
            "/api/suggestions/special-reports",
            "/api/privacy/erasures",
            "/api/accounts",
            "/api/enterprises",
            "/api/deadline-policies");

    /** The door that answers 202 with a {@code Location}. */
    private static final String ACCEPT = "/api/operations/projections/{name}/rebuild";

    private OpenApiAnswers() {}

    static void share(Components components) {
        components.addHeaders("Petition-Position", header("所读或所写到的日志位置 · Position of the log", number()));
        components.addHeaders("ETag", header("条件请求所用 · For conditional requests", text("\"7\"")));
        components.addHeaders("Location", header("新资源的地址 · Where it is", text("/api/petitions/PET-1")));
        components.addHeaders("Retry-After", header("多少秒后再试 · Try again after so many seconds", number()));
        components.addHeaders(
                "RateLimit-Policy",
                header("限额:次数与秒数 · How often in how many seconds", text("\"account\";q=1200;w=60")));
        components.addHeaders(
                "RateLimit",
                header("剩余次数与恢复秒数 · Requests left, seconds until all are", text("\"account\";r=1199;t=1")));
        components.addHeaders(
                "Access-Control-Allow-Origin",
                header("仅对运维指定的来源 · Only to origins that the operator named", text("https://front.example")));
        PROBLEMS.forEach((status, meaning) -> components.addResponses("Problem" + status, problem(status, meaning)));
        components.addResponses(
                "NotModified", common(new ApiResponse().description("自 If-None-Match 以来未变 · Not changed")));
    }

    static void complete(String path, HttpMethod method, Operation operation) {
        boolean command = method == HttpMethod.POST;
        boolean stream = path.endsWith("/stream");
        ApiResponses answers = operation.getResponses();
        if (command && CREATE.contains(path)) {
            ApiResponse created = answers.remove("200");
            created.setDescription("已创建 · Created");
            answers.addApiResponse("201", created);
            refer(created, "Location");
        }
        if (path.equals(ACCEPT)) {
            ApiResponse accepted = answers.remove("200");
            accepted.setDescription("已开始 · Begun");
            answers.addApiResponse("202", accepted);
            refer(accepted, "Location");
        }
        for (ApiResponse answer : new ArrayList<>(answers.values())) {
            common(answer);
            refer(answer, "Petition-Position");
            if (!stream
                    && (!command
                            || path.startsWith("/api/petitions/{id}/")
                            || path.startsWith("/api/policies/{id}/")
                            || (path.startsWith("/api/supervision/")
                                            || path.startsWith("/api/suggestions/")
                                            || path.startsWith("/api/privacy/"))
                                    && path.contains("/{id}/"))) {
                refer(answer, "ETag");
            }
        }
        if (!command && !stream) {
            answers.addApiResponse("304", reference("NotModified"));
        }
        PROBLEMS.keySet().stream()
                .filter(status -> command || !OF_COMMANDS.contains(status))
                .forEach(status -> answers.addApiResponse(status, reference("Problem" + status)));
    }

    private static ApiResponse problem(String status, String meaning) {
        ApiResponse problem = common(new ApiResponse()
                .description(meaning)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")))));
        if (List.of("429", "503").contains(status)) {
            refer(problem, "Retry-After");
        }
        return problem;
    }

    /** The headers that every answer has. */
    static ApiResponse common(ApiResponse answer) {
        refer(answer, "RateLimit-Policy");
        refer(answer, "RateLimit");
        refer(answer, "Access-Control-Allow-Origin");
        return answer;
    }

    private static void refer(ApiResponse answer, String header) {
        answer.addHeaderObject(header, new Header().$ref("#/components/headers/" + header));
    }

    private static ApiResponse reference(String name) {
        return new ApiResponse().$ref("#/components/responses/" + name);
    }

    private static Header header(String description, Schema<?> schema) {
        return new Header().description(description).schema(schema);
    }

    private static Schema<?> number() {
        Schema<?> number = new Schema<>();
        number.addType("integer");
        number.setMinimum(java.math.BigDecimal.ZERO);
        return number;
    }

    private static Schema<?> text(String example) {
        Schema<?> text = new Schema<>();
        text.addType("string");
        return text.example(example);
    }
}
