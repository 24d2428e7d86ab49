package cn.huiying.command.petition;

import static cn.huiying.command.petition.Directory.HUILAI_HOUSING;
import static cn.huiying.command.petition.Directory.HUILAI_QUALITY_STATION;
import static cn.huiying.command.petition.Directory.HUILAI_TRAFFIC;
import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.People.LEADER;
import static cn.huiying.command.petition.People.OFFICER;
import static cn.huiying.command.petition.People.leaderOf;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huiying.command.account.registering.RegisterCitizen;
import cn.huiying.command.common.MemoryVault;
import cn.huiying.command.common.TestBodies;
import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.account.CitizenRegistered;
import cn.huiying.shared.petition.AttachmentId;
import cn.huiying.shared.petition.DeadlineEvent;
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Role;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The invariants of domain 9.4 that can be broken with what is built so far. */
class InvariantsTest {

    private static final String PERSONAL = "王小明住在解放路12号";

    /** What a door sets, so that no caller can. */
    private static final Set<String> GIVEN =
            Set.of("petitionId", "accountId", "at", "number", "author", "nickname", "source", "contentType", "sha256");

    // 1. No event carries a real name, phone, ID number, address or hidden remark in the clear.

    static Stream<Arguments> texts_that_may_be_personal() {
        return commandsWith(Sealed.class);
    }

    static Stream<Arguments> texts_kept_in_the_clear() {
        return commandsWith(String.class);
    }

    private static Stream<Arguments> commandsWith(Class<?> type) {
        return Stream.concat(PetitionActions.bySlug().values().stream(), Stream.of(RegisterCitizen.class))
                .flatMap(command -> Arrays.stream(command.getRecordComponents())
                        .filter(component -> component.getType() == type)
                        .filter(component -> !GIVEN.contains(component.getName()))
                        .map(component -> Arguments.of(command, component.getName())));
    }

    @ParameterizedTest
    @MethodSource("texts_that_may_be_personal")
    void a_text_that_may_be_personal_is_sealed_for_the_author_and_its_event_at_the_door(Class<?> command, String field)
            throws ReflectiveOperationException {
        MemoryVault vault = new MemoryVault();
        String event = eventOf(command);
        Object read = read(command, field, PERSONAL, vault);
        Sealed sealed = (Sealed) accessor(command, field).getAccessor().invoke(read);

        assertThat(sealed.toString() + sealed.cipherText()).doesNotContain(PERSONAL);
        assertThat(sealed.field()).isEqualTo(event + "." + field);
        assertThat(sealed.subject()).isEqualTo(People.AUTHORS_ACCOUNT.value());
        assertThat(vault.open(sealed)).hasValue(PERSONAL);
    }

    @ParameterizedTest
    @MethodSource("texts_that_may_be_personal")
    void the_event_a_text_is_sealed_for_has_that_field_and_keeps_it_sealed(Class<?> command, String field) {
        Class<?> event = command == RegisterCitizen.class
                ? CitizenRegistered.class
                : command.getAnnotation(PetitionAction.class).seals();

        assertThat(accessor(event, field).getType()).isEqualTo(Sealed.class);
    }

    @ParameterizedTest
    @MethodSource("texts_kept_in_the_clear")
    void a_text_kept_in_the_clear_is_refused_with_a_phone_or_identity_number_or_an_e_mail_in_it(
            Class<?> command, String field) {
        for (String personal : List.of(
                "请拨打13800138000",
                "+86 138-0013-8000",
                "身份证44522419900307123X",
                "卡号6222021234567890123",
                "wang@example.com")) {
            InvalidInput refused =
                    catchThrowableOfType(InvalidInput.class, () -> read(command, field, personal, new MemoryVault()));

            assertThat(refused).as("%s in %s of %s", personal, field, command).isNotNull();
            assertThat(refused.faults()).anySatisfy(fault -> {
                assertThat(fault.pointer()).isEqualTo("/" + field);
                assertThat(fault.code()).isEqualTo("personal-data");
                assertThat(fault.chinese() + fault.english()).doesNotContain(personal);
            });
        }
    }

    @Test
    void an_authors_own_words_and_whereabouts_are_sealed_in_the_log() {
        assertThat(sealedComponents(PetitionSubmitted.class))
                .containsExactlyInAnyOrder(
                        "title", "body", "claim", "supplement", "place", "hiddenRemark", "reason", "proposal");
        assertThat(sealedComponents(CitizenRegistered.class)).containsExactlyInAnyOrder("name", "phone");
    }

    // 2. An accusation is never dispatched to the accused (here over all roads; publication is in PublishingTest).

    static Stream<Arguments> roads_to_the_accused() {
        return Stream.of(HUILAI_HOUSING, HUILAI_QUALITY_STATION)
                .flatMap(agency -> Stream.of(
                        Arguments.of(accusation().accepted(), OFFICER, Commands.dispatchTo(agency)),
                        Arguments.of(
                                accusation().dispatchedTo(HUILAI_TRAFFIC).returnGranted(),
                                OFFICER,
                                Commands.dispatchTo(agency)),
                        Arguments.of(
                                accusation().dispatchedTo(HUILAI_TRAFFIC).returnGranted(),
                                People.BUREAU_LEADER,
                                Commands.designate(agency)),
                        Arguments.of(
                                accusation().dispatchedTo(HUILAI_TRAFFIC).returnRequested(),
                                People.BUREAU_LEADER,
                                Commands.designate(agency))));
    }

    private static PetitionStory accusation() {
        return aPetition().accusing(HUILAI_HOUSING);
    }

    @ParameterizedTest
    @MethodSource("roads_to_the_accused")
    void no_road_leads_an_accusation_to_the_accused(PetitionStory story, Actor actor, Object command) {
        given(story).when(command, actor).refusedBy("no-agency-that-is-the-accused");
    }

    // 3. Exactly one lead while DISPATCHED … REPLY_IN_REVIEW.

    @Test
    void from_dispatch_to_review_there_is_exactly_one_lead() {
        assertThat(Stream.of(
                                aPetition().dispatched(),
                                aPetition().returnRequested(),
                                aPetition().returnRefused(),
                                aPetition().designated(HUILAI_TRAFFIC),
                                aPetition().handled(),
                                aPetition().replied(),
                                aPetition().sentBack(),
                                aPetition().approvedWithACheckDue())
                        .map(story -> story.stage().lead()))
                .doesNotContainNull();
        assertThat(aPetition().designated(HUILAI_TRAFFIC).replied().stage().lead())
                .as("the designated agency took the place of the first one")
                .isEqualTo(HUILAI_TRAFFIC);
    }

    @Test
    void before_dispatch_and_after_a_granted_return_there_is_no_lead() {
        assertThat(Stream.of(
                                aPetition().submitted(),
                                aPetition().accepted(),
                                aPetition().returnGranted())
                        .map(story -> story.stage().lead()))
                .containsOnlyNulls();
    }

    // 4. A reply author may not approve it.

    @Test
    void who_replied_does_not_approve_it_after_a_rewrite_either() {
        PetitionStory rewritten = aPetition().sentBack().replied();

        given(rewritten)
                .when(
                        Commands.approve(MONDAY),
                        new Actor(People.HANDLER.id(), Role.AGENCY_LEADER, HUILAI_HOUSING, null))
                .refusedBy("a-reply-author-may-not-approve-it");
    }

    // 5. One pending return at most; a designated agency cannot return.

    @Test
    void a_second_pending_return_is_refused_and_a_designated_agency_cannot_return_at_all() {
        given(aPetition().returnRequested())
                .when(Commands.requestReturn(MONDAY), LEADER)
                .refusedBy("one-pending-return");
        given(aPetition().designated(HUILAI_TRAFFIC).handled())
                .when(Commands.requestReturn(MONDAY), leaderOf(HUILAI_TRAFFIC))
                .refusedBy("a-designated-agency-cannot-return");
    }

    // 7. Terminal states take no handling commands.

    private static final Set<String> HANDLING_COMMANDS = Set.of(
            "accept",
            "dispatch",
            "designate",
            "sign",
            "request-return",
            "log-contact",
            "log-site-visit",
            "post-progress",
            "add-co-handler",
            "request-extension",
            "submit-reply",
            "approve-reply",
            "confirm-reply",
            "terminate");

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"NOT_ACCEPTED", "REDIRECTED", "MERGED", "WITHDRAWN"})
    void nothing_follows_an_end(State state) {
        Stage ended = new Stage.Ended(aPetition().submitted().stage().facts(), state, null);

        assertThat(PetitionActions.allowedIn(ended)).isEmpty();
    }

    @Test
    void a_closed_petition_takes_no_handling_commands() {
        assertThat(PetitionActions.allowedIn(aPetition().closed().stage()))
                .doesNotContainAnyElementsOf(HANDLING_COMMANDS);
    }

    private static String eventOf(Class<?> command) {
        return command == RegisterCitizen.class
                ? "CitizenRegistered"
                : command.getAnnotation(PetitionAction.class).seals().getSimpleName();
    }

    private static Object read(Class<?> command, String field, String text, MemoryVault vault) {
        Map<String, Object> given = new HashMap<>();
        Map<String, Object> body = new HashMap<>();
        for (RecordComponent component : command.getRecordComponents()) {
            if (GIVEN.contains(component.getName())) {
                given.put(component.getName(), valueOf(component));
            } else if (component.getType() == Sealed.class) {
                body.put(component.getName(), "一段够长的文字");
            } else {
                Object value = valueOf(component);
                body.put(component.getName(), value instanceof Enum<?> constant ? constant.name() : value);
            }
        }
        body.put(field, text);
        return TestBodies.with(vault)
                .read(command, TestBodies.json(body), given, People.AUTHORS_ACCOUNT.value(), eventOf(command));
    }

    private static Object valueOf(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return component.getName().equals("district") ? "445224" : "说明";
        }
        if (type == AccountId.class) {
            return People.AUTHORS_ACCOUNT;
        }
        if (type == PetitionId.class) {
            return component.getName().equals("petitionId") ? PETITION : "PET-2";
        }
        if (type == AttachmentId.class) {
            return "ATT-1";
        }
        if (type == MeasureId.class) {
            return "MEA-1";
        }
        if (type == SuggestionTopicId.class) {
            return "TOP-1";
        }
        if (type == PolicyId.class) {
            return "POL-1";
        }
        if (type == Instant.class) {
            return MONDAY;
        }
        if (type == Integer.class) {
            return 4;
        }
        if (type == Boolean.class) {
            return true;
        }
        return type.getEnumConstants()[0];
    }

    private static RecordComponent accessor(Class<?> type, String field) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals(field))
                .findAny()
                .orElseThrow(() -> new AssertionError(type + " has no " + field));
    }

    private static List<String> sealedComponents(Class<?> event) {
        return Arrays.stream(event.getRecordComponents())
                .filter(component -> component.getType() == Sealed.class)
                .map(RecordComponent::getName)
                .toList();
    }

    /** The events by their simple names, as the log knows them. */
    @Test
    void no_event_keeps_in_the_clear_what_another_event_seals_under_the_same_name() {
        Set<String> redacted = Set.of("PetitionPublished", "PublicReplyPublished");
        Set<String> reasons = Set.of(
                "PetitionNotAccepted",
                "PetitionRedirected",
                "PetitionMerged",
                "PetitionDispatched",
                "HandlingTerminated",
                "ReexaminationConcluded",
                "ReviewConcluded",
                "SuggestionRewarded",
                "ConversionNoted");
        Set<String> sealedNames = Set.of(
                "title",
                "body",
                "claim",
                "supplement",
                "place",
                "hiddenRemark",
                "note",
                "findings",
                "text",
                "comment",
                "proposal",
                "conclusion");

        assertThat(Stream.of(PetitionEvent.class, DeadlineEvent.class)
                        .flatMap(events -> Arrays.stream(events.getPermittedSubclasses()))
                        .filter(Class::isRecord)
                        .filter(event -> Arrays.stream(event.getRecordComponents())
                                .anyMatch(component -> component.getType() == String.class
                                        && sealedNames.contains(component.getName())))
                        .map(Class::getSimpleName))
                .as("only what an officer redacted or wrote")
                .allMatch(name -> redacted.contains(name) || reasons.contains(name))
                .isNotEmpty();
    }
}
