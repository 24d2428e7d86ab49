package cn.huiying.app.time;

import static org.awaitility.Awaitility.await;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.command.account.AccountSettings;
import cn.huiying.command.account.confirming.ConfirmPhone;
import cn.huiying.command.account.confirming.IssuePhoneCode;
import cn.huiying.command.account.registering.RegisterCitizen;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.organisation.registering.RegisterAgency;
import cn.huiying.command.petition.due.SweepingDueMoments;
import cn.huiying.command.petition.submitting.SubmitPetition;
import cn.huiying.command.shipping.ShippingTimeRules;
import cn.huiying.query.common.ReadPositions;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The platform in this process on a real log, with a clock that tests set, and a sweep that tests call. */
final class RunningPlatform implements AutoCloseable {

    static final String AGENCY = "445224-101";
    static final Actor OFFICER = new Actor("officer", Role.INTAKE_OFFICER, null, null);
    static final Actor SUPERVISOR = new Actor("supervisor", Role.SUPERVISOR, null, null);
    static final Actor HANDLER = new Actor("handler", Role.AGENCY_HANDLER, AGENCY, null);
    static final Actor LEADER = new Actor("leader", Role.AGENCY_LEADER, AGENCY, null);
    static final Actor CITIZEN = new Actor("citizen", Role.CITIZEN, null, null);

    /** A clock that stands where it is put. */
    static final class SetClock implements InstantSource {

        private volatile Instant now;

        SetClock(Instant now) {
            this.now = now;
        }

        void set(Instant moment) {
            now = moment;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    final SetClock clock;
    private final ConfigurableApplicationContext context;

    /** The command side alone. */
    RunningPlatform(Path data, Instant now) {
        this(data, now, "command");
    }

    /** @param side as the setting names it */
    RunningPlatform(Path data, Instant now, String side) {
        clock = new SetClock(now);
        context = new SpringApplicationBuilder(HuiyingApplication.class)
                .web(WebApplicationType.NONE)
                .initializers((GenericApplicationContext starting) -> starting.registerBean(
                        "setClock", InstantSource.class, () -> clock, definition -> definition.setPrimary(true)))
                .run(
                        "--huiying.data=" + data,
                        "--huiying.side=" + side,
                        "--huiying.offline=true",
                        "--logging.level.root=warn");
        context.getBean(ShippingTimeRules.class).ship();
    }

    CommandDoor door() {
        return context.getBean(CommandDoor.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <R> R send(Object command, Actor actor) {
        return door().send(command, actor, Map.of());
    }

    /** An agency, and a citizen who may post. */
    void people(Instant at) {
        send(
                new RegisterAgency(
                        AgencyId.of(AGENCY),
                        new AgencyEntry(
                                AGENCY, "惠来县住建局", AgencyLevel.COUNTY, "445224", null, AgencyKind.DEPARTMENT, List.of()),
                        at),
                Actor.SYSTEM);
        AccountId account = author();
        String notice = bean(AccountSettings.class).noticeVersion();
        send(
                new RegisterCitizen(
                        account, at, sealed("CitizenRegistered.name"), sealed("CitizenRegistered.phone"), notice),
                CITIZEN);
        send(new IssuePhoneCode(account, at, "code", at.plusSeconds(60)), CITIZEN);
        send(new ConfirmPhone(account, at, "code"), CITIZEN);
    }

    static AccountId author() {
        return AccountId.ofSubject(CITIZEN.id());
    }

    static Sealed sealed(String field) {
        return new Sealed("test", author().value(), field, "c2VhbGVk");
    }

    static SubmitPetition submission(PetitionId id, PetitionType type, Instant at) {
        boolean complaint = type == PetitionType.COMPLAINT;
        return new SubmitPetition(
                id,
                at,
                "JY20230101" + id.value().substring(4),
                author(),
                "王***",
                Section.MASS_MESSAGE,
                Board.MUNICIPAL_LEADER,
                type,
                "城建",
                "445200",
                VisibilityWish.PUBLIC,
                sealed("PetitionSubmitted.title"),
                complaint ? null : sealed("PetitionSubmitted.body"),
                complaint ? sealed("PetitionSubmitted.claim") : null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Sweeps, as often as something is due, once the due list knows the whole log. */
    void sweep() {
        SweepingDueMoments sweeping = bean(SweepingDueMoments.class);
        do {
            untilListed();
        } while (sweeping.sweep() > 0);
    }

    /** Waits until the due list has read the log to its end. */
    void untilListed() {
        ReadPositions positions = bean(ReadPositions.class);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .pollDelay(Duration.ZERO)
                .until(() -> positions.all().getOrDefault("due-list", 0L) >= door().position());
    }

    /** Every event of the log, in its order. */
    void forEachEvent(Consumer<DomainEventMessage<?>> action) {
        EventStore store = bean(EventStore.class);
        long head = door().position();
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(store.createTailToken())) {
            long position = 0;
            while (position < head) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                position = event.trackingToken().position().orElseThrow();
                action.accept((DomainEventMessage<?>) event);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
