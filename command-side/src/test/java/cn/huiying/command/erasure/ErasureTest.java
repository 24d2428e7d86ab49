package cn.huiying.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiying.command.account.AccountStanding;
import cn.huiying.command.account.Accounts;
import cn.huiying.command.common.Refusals;
import cn.huiying.shared.account.AccountCancelled;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.erasure.ErasureApproved;
import cn.huiying.shared.erasure.ErasureBasis;
import cn.huiying.shared.erasure.ErasureEvent;
import cn.huiying.shared.erasure.ErasureId;
import cn.huiying.shared.erasure.ErasureRefused;
import cn.huiying.shared.erasure.ErasureRequested;
import cn.huiying.shared.erasure.SubjectKeyDestroyed;
import cn.huiying.shared.privacy.PersonalDataErasure;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class ErasureTest {

    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
    private static final ErasureId ID = new ErasureId("ERS-1");
    private static final AccountId GONE = new AccountId("ACC-gone");
    private static final AccountId HERE = new AccountId("ACC-here");
    private static final Actor SECURITY = new Actor("s", Role.SEC_ADMIN, null, null);
    private static final Actor AUDIT = new Actor("a", Role.AUDIT_ADMIN, null, null);

    private static final ErasureRequested REQUESTED =
            new ErasureRequested(ID, GONE, ErasureBasis.CONSENT_WITHDRAWN, "本人要求", "s", NOW);
    private static final ErasureApproved APPROVED = new ErasureApproved(ID, GONE, NOW);
    private static final ErasureRefused REFUSED = new ErasureRefused(ID, "身份待核实", NOW);
    private static final SubjectKeyDestroyed DESTROYED = new SubjectKeyDestroyed(ID, GONE, NOW);

    private final List<String> erased = new ArrayList<>();
    private final List<String> inHand = new ArrayList<>();

    private TestExecutor<Erasure> given(ErasureEvent... events) {
        AggregateTestFixture<Erasure> fixture = new AggregateTestFixture<>(Erasure.class);
        fixture.registerInjectableResource((Accounts) account -> account.equals(GONE)
                ? AccountStanding.NONE.evolve(new AccountCancelled(GONE, "不再使用", NOW))
                : AccountStanding.NONE);
        fixture.registerInjectableResource((PetitionsInHand) author -> inHand);
        fixture.registerInjectableResource((PersonalDataErasure) erased::add);
        return fixture.given((Object[]) events);
    }

    private static RequestErasure request(AccountId subject) {
        return new RequestErasure(ID, NOW, subject, ErasureBasis.CONSENT_WITHDRAWN, "本人要求");
    }

    @Test
    void it_is_asked_for_by_security_administrators_and_the_bureaus_leaders_about_cancelled_accounts() {
        given().when(request(GONE), SECURITY.asMetadata()).expectEvents(REQUESTED);
        given().when(request(HERE), SECURITY.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("only-a-cancelled-account-is-erased"));
        given().when(request(GONE), AUDIT.asMetadata()).expectNoEvents().expectException(Refusals.by("role-may-not"));
    }

    @Test
    void a_second_person_decides() {
        given(REQUESTED).when(new ApproveErasure(ID, NOW), AUDIT.asMetadata()).expectEvents(APPROVED);
        given(REQUESTED)
                .when(new RefuseErasure(ID, NOW, "身份待核实"), AUDIT.asMetadata())
                .expectEvents(REFUSED);
        Actor same = new Actor("s", Role.AUDIT_ADMIN, null, null);
        for (Object decision : List.of(new ApproveErasure(ID, NOW), new RefuseErasure(ID, NOW, "身份待核实"))) {
            given(REQUESTED)
                    .when(decision, same.asMetadata())
                    .expectNoEvents()
                    .expectException(Refusals.by("whoever-asks-for-an-erasure-does-not-decide-it"));
            given(REQUESTED)
                    .when(decision, SECURITY.asMetadata())
                    .expectNoEvents()
                    .expectException(Refusals.by("role-may-not"));
            given(REQUESTED, REFUSED)
                    .when(decision, AUDIT.asMetadata())
                    .expectNoEvents()
                    .expectException(Refusals.by("not-in-this-state"));
        }
        assertThat(erased).isEmpty();
    }

    @Test
    void the_key_is_destroyed_once_it_is_approved_and_not_before() {
        DestroySubjectKey destroy = new DestroySubjectKey(ID, NOW);
        given(REQUESTED)
                .when(destroy, Actor.SYSTEM.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("not-in-this-state"));
        assertThat(erased).isEmpty();
        given(REQUESTED, APPROVED).when(destroy, Actor.SYSTEM.asMetadata()).expectEvents(DESTROYED);
        assertThat(erased).containsExactly("ACC-gone");
        given(REQUESTED, APPROVED, DESTROYED)
                .when(destroy, Actor.SYSTEM.asMetadata())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given(REQUESTED, APPROVED)
                .when(destroy, AUDIT.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("role-may-not"));
    }

    @Test
    void nothing_is_erased_while_a_petition_is_in_hand_also_one_that_was_reopened_since_it_was_asked_for() {
        inHand.addAll(List.of("JY1", "JY2"));
        given().when(request(GONE), SECURITY.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("nothing-is-erased-while-a-petition-is-in-hand"));
        given(REQUESTED)
                .when(new ApproveErasure(ID, NOW), AUDIT.asMetadata())
                .expectNoEvents()
                .expectException(Refusals.by("nothing-is-erased-while-a-petition-is-in-hand"));
        given(REQUESTED)
                .when(new RefuseErasure(ID, NOW, "身份待核实"), AUDIT.asMetadata())
                .expectEvents(REFUSED);
        assertThatThrownBy(() -> NothingIsErasedWhileAPetitionIsInHand.check(inHand))
                .hasMessageContaining("JY1");
    }
}
