package cn.huiying.query.whatif;

import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.time.CalendarYear;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.Explanation;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The door to what would have become of a past period. A question in a body: it changes nothing. */
@RestController
class WhatIfRestApi {

    private static final Set<Role> MAY_ASK = Set.of(Role.BUREAU_LEADER, Role.SUPERVISOR, Role.AUDITOR);

    record PolicyVersion(String code, int version, String title) {}

    /**
     * The question as it was understood.
     *
     * @param policy   null where those in force hold
     * @param calendar the years that were replaced
     */
    record Asked(
            LocalDate from,
            LocalDate to,
            @Nullable Instant asOf,
            @Nullable PolicyVersion policy,
            @Nullable List<Integer> calendar) {}

    record Totals(long petitions, @JsonUnwrapped Counts counts) {}

    record OfDuty(String code, String name, @JsonUnwrapped Counts counts) {}

    /** @param agency code of the lead agency; null for petitions that never had one */
    record OfAgency(@Nullable String agency, @JsonUnwrapped Counts counts) {}

    /** @param explanation only where it was asked for */
    record Due(
            Instant dueAt,
            Verdict verdict,
            String verdictText,
            @Nullable String policy,
            int version,
            boolean provisional,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Explanation explanation) {}

    /**
     * One deadline that differs.
     *
     * @param agency     code of the lead agency; null where it never had one
     * @param round      0, and one more with each reopening
     * @param recorded   null where none was set
     * @param recomputed null where the asked rules set none
     * @param reproduced false where the rules known at the time do not give what was recorded: then the question is not the
     *                   only reason
     */
    record WhatIfItem(
            PetitionId petition,
            @Nullable String number,
            @Nullable String agency,
            String code,
            String name,
            int round,
            Change change,
            String changeText,
            @Nullable Due recorded,
            @Nullable Due recomputed,
            boolean reproduced) {}

    /**
     * What differs.
     *
     * @param items     by petition number, no more than asked for
     * @param truncated whether there are more
     */
    record WhatIfAnswer(
            long position,
            Asked asked,
            Totals totals,
            List<OfDuty> byDuty,
            List<OfAgency> byAgency,
            List<WhatIfItem> items,
            boolean truncated) {}

    private final WhatIf whatIf;
    private final QuestionReader questions;
    private final InstantSource clock;

    WhatIfRestApi(WhatIf whatIf, QuestionReader questions, InstantSource clock) {
        this.whatIf = whatIf;
        this.questions = questions;
        this.clock = clock;
    }

    @PostMapping("/api/deadlines/what-if")
    @ReadsFrom(ReadsFrom.LOG)
    WhatIfAnswer ask(
            Actor actor, @RequestBody JsonNode body, HttpServletRequest request, HttpServletResponse response) {
        if (!MAY_ASK.contains(actor.role())) {
            throw Refused.forbidden(
                    "role-may-not",
                    "只有信访局领导、督办员和审计员可以推演时限。",
                    "Only the bureau's leader, a supervisor or an auditor may ask what would have been.");
        }
        Parameters.of(request);
        Question question = questions.read(body, clock.instant());
        WhatIf.Answer answer = whatIf.answer(question);
        response.setHeader("Petition-Position", "" + answer.position());
        return shown(question, answer);
    }

    private static WhatIfAnswer shown(Question question, WhatIf.Answer answer) {
        Diff diff = answer.diff();
        return new WhatIfAnswer(
                answer.position(),
                new Asked(
                        question.from(),
                        question.to(),
                        question.asOf(),
                        version(question.policy()),
                        question.calendar().stream().map(CalendarYear::year).toList()),
                new Totals(diff.petitions(), diff.total()),
                diff.byDuty().entrySet().stream()
                        .map(e -> new OfDuty(e.getKey().code(), e.getKey().chinese(), e.getValue()))
                        .toList(),
                diff.byAgency().entrySet().stream()
                        .map(e -> new OfAgency(e.getKey(), e.getValue()))
                        .toList(),
                diff.items().stream()
                        .map(item -> shown(item, question.explanations()))
                        .toList(),
                diff.truncated());
    }

    private static PolicyVersion version(DeadlinePolicy policy) {
        return policy == null ? null : new PolicyVersion(policy.code(), policy.version(), policy.title());
    }

    private static WhatIfItem shown(Diff.Item item, boolean explained) {
        Comparison.Pair pair = item.pair();
        Duty duty = pair.either().deadline().duty();
        return new WhatIfItem(
                item.petition(),
                item.number(),
                item.agency(),
                duty.code(),
                duty.chinese(),
                pair.key().round(),
                item.change(),
                item.change().chinese(),
                shown(pair.recorded(), explained),
                shown(pair.recomputed(), explained),
                pair.reproduced());
    }

    private static Due shown(Outcome outcome, boolean explained) {
        return outcome == null
                ? null
                : new Due(
                        outcome.deadline().dueAt(),
                        outcome.verdict(),
                        outcome.verdict().chinese(),
                        outcome.deadline().policy(),
                        outcome.deadline().policyVersion(),
                        outcome.deadline().provisional(),
                        explained ? outcome.deadline().explanation() : null);
    }
}
