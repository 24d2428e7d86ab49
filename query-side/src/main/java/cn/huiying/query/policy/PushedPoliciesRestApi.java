package cn.huiying.query.policy;

import cn.huiying.query.common.KeptAnswers;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Page;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Rendered;
import cn.huiying.query.policy.PolicyStatus.Shown;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyPushed;
import cn.huiying.shared.policy.PolicySubscriptionChanged;
import cn.huiying.shared.policy.PolicySubscriptionId;
import cn.huiying.shared.policy.PolicyTags;
import cn.huiying.shared.policy.PushReason;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.time.WorkCalendar;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an enterprise hears of policies: folded from its own stream, which is short. */
@RestController
class PushedPoliciesRestApi {

    /**
     * A policy that was brought to the enterprise.
     *
     * @param fitted the tags that it fits
     */
    record Item(
            PolicyId id,
            String title,
            Shown status,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            PushReason why,
            String whyText,
            PolicyTags fitted,
            Instant pushedAt) {}

    /** @param tags null where it is not subscribed */
    record Subscription(@Nullable PolicyTags tags) {}

    /** One push, and its place among the others. */
    private record Push(PolicyPushed event, long sequence, LibraryPolicy policy) {}

    private final PolicyIndex index;
    private final EventStore eventStore;
    private final Lists lists;
    private final KeptAnswers answers;
    private final InstantSource clock;

    PushedPoliciesRestApi(
            PolicyIndex index, EventStore eventStore, Lists lists, KeptAnswers answers, InstantSource clock) {
        this.index = index;
        this.eventStore = eventStore;
        this.lists = lists;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/api/policies/mine")
    @ReadsFrom(PoliciesProjection.NAME)
    ResponseEntity<Rendered<Page<Item>>> mine(Actor actor, HttpServletRequest request) {
        List<Push> pushes = pushes(accountOf(actor));
        LocalDate today = WorkCalendar.dateOf(clock.instant());
        // All three only ever grow: while the sum is the same, so are they.
        long unchanged = index.changedAt() + today.toEpochDay() + pushes.size();
        return answers.own(
                actor,
                request,
                unchanged,
                () -> lists.page(
                        "pushed " + actor.id(),
                        Parameters.of(request, Lists.parameters()),
                        Item.class,
                        new NewestFirst(pushes),
                        push -> shown(push, today),
                        null,
                        null));
    }

    @GetMapping("/api/accounts/me/policy-subscription")
    @ReadsFrom(ReadsFrom.LOG)
    Subscription subscription(Actor actor, HttpServletRequest request) {
        Parameters.of(request);
        PolicyTags tags = null;
        for (DomainEventMessage<?> message : stream(accountOf(actor))) {
            if (message.getPayload() instanceof PolicySubscriptionChanged changed) {
                tags = changed.tags();
            }
        }
        return new Subscription(tags);
    }

    private static AccountId accountOf(Actor actor) {
        if (actor.role() != Role.ENTERPRISE) {
            throw Refused.forbidden("role-may-not", "只有企业有推送的政策。", "Only enterprises are brought policies.");
        }
        return AccountId.ofSubject(actor.id());
    }

    private List<Push> pushes(AccountId account) {
        List<DomainEventMessage<?>> events = stream(account);
        Map<PolicyId, LibraryPolicy> policies = index.load(events.stream()
                .map(DomainEventMessage::getPayload)
                .filter(PolicyPushed.class::isInstance)
                .map(event -> ((PolicyPushed) event).policy())
                .toList());
        List<Push> pushes = new ArrayList<>();
        for (DomainEventMessage<?> message : events.reversed()) {
            // The index may not have it yet.
            if (message.getPayload() instanceof PolicyPushed event && policies.containsKey(event.policy())) {
                pushes.add(new Push(event, message.getSequenceNumber(), policies.get(event.policy())));
            }
        }
        return pushes;
    }

    private List<DomainEventMessage<?>> stream(AccountId account) {
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        DomainEventStream events =
                eventStore.readEvents(PolicySubscriptionId.of(account).toString());
        while (events.hasNext()) {
            messages.add(events.next());
        }
        return messages;
    }

    private static Item shown(Push push, LocalDate today) {
        LibraryPolicy policy = push.policy();
        return new Item(
                policy.id(),
                policy.title(),
                PolicyStatus.of(policy, today).shown(),
                policy.validFrom(),
                policy.validUntil(),
                push.event().why(),
                push.event().why().chinese(),
                push.event().fitted(),
                push.event().at());
    }

    private record NewestFirst(List<Push> pushes) implements Lists.Source<Push> {

        @Override
        public List<Push> page(String[] from, boolean backwards, int limit) {
            long place = from == null ? (backwards ? -1 : Long.MAX_VALUE) : Long.parseLong(from[1]);
            List<Push> onwards = pushes.stream()
                    .filter(push -> backwards ? push.sequence() > place : push.sequence() < place)
                    .toList();
            return backwards
                    ? onwards.subList(Math.max(0, onwards.size() - limit), onwards.size())
                    : onwards.subList(0, Math.min(limit, onwards.size()));
        }

        @Override
        public String[] placeOf(Push push) {
            return new String[] {"" + push.event().at().toEpochMilli(), "" + push.sequence()};
        }

        @Override
        public long count() {
            return pushes.size();
        }
    }
}
