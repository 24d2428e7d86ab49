package cn.huiying.command.petition.door;

import cn.huiying.command.common.ListedValues;
import cn.huiying.command.common.TextLimits;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.ServiceCode;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.InvalidInput.Fault;
import cn.huiying.shared.rule.Refused;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a POST of GeoReport v2, as the body of a petition. Who the author is and how to be reached is known from the
 * account: names, phones and addresses of people in the form are not read.
 */
final class Open311Form {

    /** What the fields of a petition are called in the form. */
    private static final Map<String, String> ARGUMENTS = Map.of(
            "/title", "attribute[title]",
            "/body", "description",
            "/claim", "description",
            "/supplement", "description",
            "/place", "address_string",
            "/district", "attribute[district]",
            "/visibilityWish", "attribute[visibility]");

    private final Map<String, String[]> arguments;

    Open311Form(Map<String, String[]> arguments) {
        this.arguments = arguments;
    }

    /** An argument; one that is empty is not there. */
    Optional<String> argument(String name) {
        return Arrays.stream(arguments.getOrDefault(name, new String[0]))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /**
     * The body of the petition; what it says is checked where every petition is.
     *
     * @throws InvalidInput where what a petition is made of is missing or malformed
     * @throws Refused where there is no such service
     */
    JsonNode petition(ListedValues listed, TextLimits limits) {
        String code = required("service_code");
        ServiceCode service = ServiceCode.all(listed.domains()).stream()
                .filter(known -> known.value().equals(code))
                .findFirst()
                .orElseThrow(() -> Refused.notFound(
                        "service-not-found",
                        "没有该 service_code,见 services。",
                        "There is no such service_code; see services."));
        String description = required("description");
        String district = required("attribute[district]");
        if (!listed.districts().contains(district)) {
            throw unknown("attribute[district]", new TreeSet<>(listed.districts()).toString());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("section", Section.MASS_MESSAGE.name());
        // Codes of prefecture-level cities end with 00 (GB/T 2260).
        body.put("board", (district.endsWith("00") ? Board.MUNICIPAL_LEADER : Board.COUNTY_LEADER).name());
        body.put("type", service.type().name());
        body.put("domain", service.domain());
        body.put("district", district);
        body.put("visibilityWish", argument("attribute[visibility]").orElse(VisibilityWish.ANONYMOUS.name()));
        body.put("title", argument("attribute[title]").orElseGet(() -> beginning(
                        description.replaceAll("\\s+", " "), max(limits, "title"))
                .strip()));
        body.put("place", place());
        if (service.type() == PetitionType.COMPLAINT) {
            String claim = beginning(description, max(limits, "claim"));
            body.put("claim", claim);
            if (claim.length() < description.length()) {
                body.put("supplement", description.substring(claim.length()));
            }
        } else {
            body.put("body", description);
        }
        return body;
    }

    /** The same faults, each beginning with the argument of the form that it is in. */
    static InvalidInput named(InvalidInput faults) {
        return new InvalidInput(faults.faults().stream()
                .map(fault -> {
                    String argument = ARGUMENTS.getOrDefault(fault.pointer(), fault.pointer());
                    return new Fault(
                            argument,
                            fault.code(),
                            argument + ": " + fault.chinese(),
                            argument + ": " + fault.english());
                })
                .toList());
    }

    private String required(String name) {
        return argument(name)
                .orElseThrow(
                        () -> new InvalidInput(name, "missing", "“" + name + "”必填。", "“" + name + "” is required."));
    }

    private String place() {
        Optional<String> address = argument("address_string");
        Optional<String> latitude = argument("lat").map(text -> degrees("lat", text, 90));
        Optional<String> longitude = argument("long").map(text -> degrees("long", text, 180));
        if (latitude.isPresent() != longitude.isPresent()) {
            throw new InvalidInput("lat", "missing", "lat 与 long 须同时给出。", "“lat” and “long” must be given together.");
        }
        Optional<String> point = latitude.map(north -> north + "," + longitude.orElseThrow());
        return address.map(text -> point.map(pair -> text + "(" + pair + ")").orElse(text))
                .or(() -> point)
                .orElseThrow(() -> new InvalidInput(
                        "address_string",
                        "missing",
                        "请给出 address_string,或 lat 和 long。",
                        "Give an “address_string”, or “lat” and “long”."));
    }

    private static String degrees(String name, String text, int most) {
        try {
            BigDecimal degrees = new BigDecimal(text);
            if (text.length() <= 24 && degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0) {
                return text;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new InvalidInput(
                name,
                "form",
                name + " 须是 -" + most + " 至 " + most + " 之间的数。",
                "“" + name + "” must be a number from -" + most + " to " + most + ".");
    }

    private static InvalidInput unknown(String name, String values) {
        return new InvalidInput(
                name,
                "unknown-value",
                name + " 的取值须是 " + values + " 之一。",
                "“" + name + "” must be one of " + values + ".");
    }

    private static int max(TextLimits limits, String field) {
        return limits.byField()
                .getOrDefault(field, limits.byField().get("default"))
                .max();
    }

    private static String beginning(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }
}
