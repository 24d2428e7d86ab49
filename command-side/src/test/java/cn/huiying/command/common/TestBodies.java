package cn.huiying.command.common;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Map;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies in tests as a door does: a plain mapper, a real validator, the text limits of domain 9.2. */
public final class TestBodies {

    /** Domain 9.2, and for every other text one to a thousand characters. */
    public static final TextLimits LIMITS = new TextLimits(Map.of(
            "title", new TextLimits.Range(4, 30),
            "body", new TextLimits.Range(1, 1000),
            "claim", new TextLimits.Range(1, 200),
            "supplement", new TextLimits.Range(1, 800),
            "hiddenRemark", new TextLimits.Range(1, 200),
            "default", new TextLimits.Range(1, 1000)));

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private TestBodies() {}

    public static Bodies with(MemoryVault vault) {
        return new Bodies(MAPPER, VALIDATOR, vault, LIMITS);
    }

    /** A body as it came over the wire; apostrophes stand for quotation marks. */
    public static JsonNode json(String text) {
        return MAPPER.readTree(text.replace('\'', '"'));
    }

    public static JsonNode json(Map<String, ?> properties) {
        return MAPPER.valueToTree(properties);
    }
}
