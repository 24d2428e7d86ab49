package cn.huiying.app.importing;

import cn.huiying.shared.account.CreditCode;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.time.WorkCalendar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of an import file, checked for form.
 *
 * @param ref    unique in its source
 * @param author null where the source does not tell who wrote it
 * @param policy the policy that an inquiry is about, or null; {@code topic} of a suggestion likewise
 * @param reason of a suggestion that has reason and proposal instead of a content; else null
 * @param steps  what happened next; null where the line only has a status, so that the steps have to be inferred
 */
record Message(
        String ref,
        Instant submittedAt,
        String section,
        String board,
        String type,
        String domain,
        String district,
        String title,
        String content,
        String supplement,
        String place,
        String hiddenRemark,
        String visibilityWish,
        String policy,
        String topic,
        String reason,
        String proposal,
        Author author,
        String status,
        int scoreManner,
        int scoreSpeed,
        List<Step> steps) {

    /** @param enterprise null for a citizen; else the name is the contact's */
    record Author(String ref, String name, String phone, Enterprise enterprise) {}

    /** Everything but the name is null where the source does not tell. */
    record Enterprise(String name, CreditCode creditCode, Industry industry, EnterpriseSize size, String district) {}

    /** @param body the command's own fields */
    record Step(String command, Instant at, ObjectNode body) {}

    /** What it says, in one piece. */
    String text() {
        return content == null ? reason + "\n" + proposal : content;
    }

    private static final Set<String> KNOWN = Set.of(
            "ref",
            "submittedOn",
            "submittedAt",
            "section",
            "board",
            "type",
            "domain",
            "district",
            "level",
            "title",
            "content",
            "supplement",
            "place",
            "hiddenRemark",
            "visibilityWish",
            "policy",
            "topic",
            "reason",
            "proposal",
            "author",
            "status",
            "scoreManner",
            "scoreSpeed",
            "steps");

    /** Other boards' words for the types; 投诉/求助 is decided by the text. */
    private static final Map<String, String> TYPES = Map.of(
            "咨询", "CONSULTATION",
            "投诉", "COMPLAINT",
            "求助", "HELP",
            "建言", "ADVICE",
            "感谢", "THANKS",
            "CONSULTATION", "CONSULTATION",
            "COMPLAINT", "COMPLAINT",
            "HELP", "HELP",
            "ADVICE", "ADVICE",
            "THANKS", "THANKS");

    private static final List<String> COMPLAINT_WORDS =
            List.of("投诉", "举报", "违规", "违法", "违建", "扰民", "噪音", "噪声", "欺诈", "虚假", "不作为", "乱");

    private static final Set<String> STATUSES = Set.of("待回复", "办理中", "已办理");

    /**
     * Reads a line.
     *
     * @param districts codes and names of the districts here
     * @param now       what is later than this has not happened yet
     * @throws BadLine saying what is wrong with it
     */
    static Message parse(String line, ObjectMapper mapper, Map<String, String> districts, Instant now) {
        JsonNode node;
        try {
            node = mapper.readTree(line);
        } catch (JacksonException e) {
            throw new BadLine("the line is not well-formed JSON ("
                    + e.getOriginalMessage().lines().findFirst().orElse("") + ")");
        }
        if (!(node instanceof ObjectNode object)) {
            throw new BadLine("the line is not a JSON object");
        }
        for (String name : object.propertyNames()) {
            if (!KNOWN.contains(name)) {
                throw new BadLine("unknown field “" + name + "”");
            }
        }
        Instant submittedAt = object.has("submittedAt")
                ? moment(required(object, "submittedAt"))
                // A day is all that is known; nine in the morning stands for it.
                : date(required(object, "submittedOn"))
                        .atTime(9, 0)
                        .atZone(WorkCalendar.ZONE)
                        .toInstant();
        if (submittedAt.isAfter(now)) {
            throw new BadLine("it was submitted in the future, " + submittedAt);
        }
        String district = district(optional(object, "district", null), districts);
        String title = required(object, "title");
        String reason = optional(object, "reason", null);
        String content = reason == null ? required(object, "content") : null;
        return new Message(
                required(object, "ref"),
                submittedAt,
                optional(object, "section", "MASS_MESSAGE"),
                optional(object, "board", board(optional(object, "level", "city"), district)),
                type(required(object, "type"), title + (content == null ? reason : content)),
                required(object, "domain"),
                district,
                title,
                content,
                optional(object, "supplement", null),
                optional(object, "place", null),
                optional(object, "hiddenRemark", null),
                optional(object, "visibilityWish", "PUBLIC"),
                optional(object, "policy", null),
                optional(object, "topic", null),
                reason,
                reason == null ? null : required(object, "proposal"),
                author(object.get("author"), districts),
                status(optional(object, "status", "待回复")),
                score(object, "scoreManner"),
                score(object, "scoreSpeed"),
                steps(object.get("steps"), now));
    }

    private static String type(String given, String text) {
        if (given.equals("投诉/求助")) {
            return COMPLAINT_WORDS.stream().anyMatch(text::contains) ? "COMPLAINT" : "HELP";
        }
        String type = TYPES.get(given);
        if (type == null) {
            throw new BadLine("unknown type “" + given + "”");
        }
        return type;
    }

    /** A county's board is one of ours only where the county is. */
    private static String board(String level, String district) {
        return switch (level) {
            case "city", "province" -> "MUNICIPAL_LEADER";
            case "district", "county" -> district == null ? "MUNICIPAL_LEADER" : "COUNTY_LEADER";
            default -> throw new BadLine("unknown level “" + level + "”");
        };
    }

    /** By code or by name; a district of another city has no counterpart here. */
    private static String district(String given, Map<String, String> districts) {
        return districts.containsKey(given)
                ? given
                : districts.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(given))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
    }

    private static String status(String given) {
        if (!STATUSES.contains(given)) {
            throw new BadLine("unknown status “" + given + "”");
        }
        return given;
    }

    /** 0 where there is none. */
    private static int score(ObjectNode object, String field) {
        JsonNode node = object.get(field);
        if (node == null || node.isNull()) {
            return 0;
        }
        if (!node.isInt() || node.intValue() < 0 || node.intValue() > 5) {
            throw new BadLine("“" + field + "” must be a score from 1 to 5, or 0 for none");
        }
        return node.intValue();
    }

    private static Author author(JsonNode node, Map<String, String> districts) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (!(node instanceof ObjectNode object)) {
            throw new BadLine("“author” must be an object");
        }
        return new Author(
                required(object, "ref"),
                required(object, "name"),
                required(object, "phone"),
                enterprise(object.get("enterprise"), districts));
    }

    /** Its name alone, or an object. */
    private static Enterprise enterprise(JsonNode node, Map<String, String> districts) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (node.isString()) {
            return new Enterprise(node.stringValue(), null, null, null, null);
        }
        if (!(node instanceof ObjectNode object)) {
            throw new BadLine("“enterprise” must be its name or an object");
        }
        String code = optional(object, "creditCode", null);
        try {
            return new Enterprise(
                    required(object, "name"),
                    code == null ? null : new CreditCode(code),
                    constant(Industry.class, optional(object, "industry", null)),
                    constant(EnterpriseSize.class, optional(object, "size", null)),
                    district(optional(object, "district", null), districts));
        } catch (IllegalArgumentException e) {
            throw new BadLine("“enterprise”: " + e.getMessage());
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static List<Step> steps(JsonNode node, Instant now) {
        if (node == null || node.isNull()) {
            return null;
        }
        List<Step> steps = new ArrayList<>();
        for (JsonNode element : node) {
            if (!(element instanceof ObjectNode object)) {
                throw new BadLine("a step must be an object");
            }
            Instant at = moment(required(object, "at"));
            if (at.isAfter(now)) {
                throw new BadLine("a step lies in the future, " + at);
            }
            String command = required(object, "do");
            ObjectNode body = object.deepCopy();
            body.remove(List.of("do", "at"));
            steps.add(new Step(command, at, body));
        }
        return steps;
    }

    private static String required(ObjectNode object, String field) {
        String value = optional(object, field, null);
        if (value == null || value.isBlank()) {
            throw new BadLine("field “" + field + "” is missing or empty");
        }
        return value;
    }

    private static String optional(ObjectNode object, String field, String byDefault) {
        JsonNode node = object.get(field);
        if (node == null || node.isNull()) {
            return byDefault;
        }
        if (!node.isString()) {
            throw new BadLine("field “" + field + "” must be a text");
        }
        return node.stringValue();
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new BadLine("“" + text + "” is not a time such as 2023-03-06T09:12:00+08:00");
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BadLine("“" + text + "” is not a date such as 2023-03-06");
        }
    }
}
