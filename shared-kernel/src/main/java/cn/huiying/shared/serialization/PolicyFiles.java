package cn.huiying.shared.serialization;

import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.deadline.Policies;
import cn.huiying.shared.rule.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Deadline policies 时限策略 as JSON files. The reader takes nothing it does not know and supplies nothing that is missing. */
public final class PolicyFiles {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private PolicyFiles() {}

    /** The policy the platform starts with: {@code JY-1-3-5-7-15-H}, limits by class. */
    public static Policies shipped() {
        return Policies.NONE.publish(builtIn("JY-1-3-5-7-15-H", 1));
    }

    /** A policy that ships with the platform; {@code JY-1-3-5-7-15-M}, milestones, is there to be published. */
    public static DeadlinePolicy builtIn(String code, int version) {
        String file = "/cn/huiying/shared/deadline/" + code + "." + version + ".json";
        try (InputStream in = PolicyFiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("No policy " + code + " version " + version + " is built in.");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws InvalidInput with each fault, in one sentence */
    public static DeadlinePolicy read(String json) {
        try {
            return STRICT.readValue(json, DeadlinePolicy.class).requireSound();
        } catch (JacksonException e) {
            if (e.getCause() instanceof InvalidInput faults) {
                throw faults;
            }
            throw new InvalidInput(List.of(fault(e)));
        }
    }

    private static InvalidInput.Fault fault(JacksonException e) {
        String at = e.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
        return switch (e) {
            case StreamReadException unreadable ->
                new InvalidInput.Fault(
                        at,
                        "not-json",
                        "第 " + unreadable.getLocation().getLineNr() + " 行不是有效的 JSON。",
                        "Line " + unreadable.getLocation().getLineNr() + " is not valid JSON.");
            case UnrecognizedPropertyException unknown ->
                new InvalidInput.Fault(
                        at, "unknown-property", "不认识的字段 " + at + "。", "There is no property " + at + " in a policy.");
            case InvalidFormatException unknown ->
                new InvalidInput.Fault(
                        at,
                        "unknown-value",
                        at + " 的值 " + unknown.getValue() + " 无效。",
                        unknown.getValue() + " can't be the value of " + at + ".");
            default ->
                new InvalidInput.Fault(
                        at,
                        "missing-or-wrong",
                        (at.isEmpty() ? "时限策略" : at) + " 缺失或类型不对。",
                        (at.isEmpty() ? "The policy" : at) + " is missing or not of the right kind.");
        };
    }
}
