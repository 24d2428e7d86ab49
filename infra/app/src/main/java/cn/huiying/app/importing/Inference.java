package cn.huiying.app.importing;

import cn.huiying.app.importing.Message.Step;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.privacy.PersonalDataPatterns;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What must have happened to a message of which only the status is known: taken in, dispatched by the keyword rule and, where
 * the source says so, signed, answered and rated. Times that the source does not tell are the earliest plausible ones.
 */
final class Inference {

    private static final Map<String, String> LIMIT_CLASSES =
            Map.of("CONSULTATION", "C3", "THANKS", "C3", "HELP", "C5", "COMPLAINT", "C7", "ADVICE", "C15");
    private static final Map<String, Integer> WORKDAYS = Map.of("C3", 3, "C5", 5, "C7", 7, "C15", 15);

    private final WorkCalendar calendar = WorkCalendar.shipped();
    private final DispatchRule rule;

    Inference(DispatchRule rule) {
        this.rule = rule;
    }

    List<Step> steps(Message message, Instant now) {
        List<Step> steps = new ArrayList<>();
        String limitClass = LIMIT_CLASSES.get(message.type());
        boolean claim = message.type().equals("HELP") || message.type().equals("COMPLAINT");
        Instant accepted = message.submittedAt().plus(Duration.ofHours(1));
        add(
                steps,
                "accept",
                accepted,
                now,
                "petitionClass",
                claim ? "CLAIM" : "OPINION",
                "limitClass",
                LimitClass.valueOf(limitClass).name(),
                "urgency",
                "NORMAL");
        DispatchRule.Choice choice = rule.choose(message.district(), message.domain(), message.title(), message.text());
        add(
                steps,
                "dispatch",
                accepted.plus(Duration.ofMinutes(30)),
                now,
                "agency",
                choice.agency(),
                "note",
                choice.why());
        add(
                steps,
                "publish",
                accepted.plus(Duration.ofMinutes(40)),
                now,
                "title",
                PersonalDataPatterns.mask(message.title()),
                "body",
                PersonalDataPatterns.mask(message.text()));
        if (message.status().equals("待回复")) {
            return steps;
        }
        add(steps, "sign", accepted.plus(Duration.ofHours(5)), now);
        if (message.status().equals("办理中")) {
            return steps;
        }
        Instant replied = calendar.plusWorkdays(WorkCalendar.dateOf(accepted), WORKDAYS.get(limitClass))
                .atTime(15, 0)
                .atZone(WorkCalendar.ZONE)
                .toInstant();
        if (replied.isAfter(now)) {
            replied = now;
        }
        String text = "原平台记录该留言已办理,导入的数据没有附上答复正文。";
        add(
                steps,
                "submit-reply",
                replied,
                now,
                "outcome",
                message.section().equals("SUGGESTION") ? "FOR_REFERENCE" : "EXPLAINED",
                "text",
                text,
                "legalBasis",
                "原平台办理记录",
                "evidence",
                "原平台办理记录");
        add(steps, "approve-reply", replied.plus(Duration.ofMinutes(20)), now);
        if (message.type().equals("COMPLAINT")) {
            add(steps, "confirm-reply", replied.plus(Duration.ofMinutes(40)), now);
        }
        add(steps, "publish-reply", replied.plus(Duration.ofMinutes(50)), now, "text", text);
        if (message.scoreManner() > 0 && message.scoreSpeed() > 0) {
            ObjectNode scores = JsonNodeFactory.instance.objectNode();
            scores.put("manner", message.scoreManner());
            scores.put("speed", message.scoreSpeed());
            steps.add(new Step("evaluate", earlier(replied.plus(Duration.ofDays(1)), now), scores));
        }
        return steps;
    }

    private static void add(List<Step> steps, String command, Instant at, Instant now, String... fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i], fields[i + 1]);
        }
        steps.add(new Step(command, earlier(at, now), body));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
