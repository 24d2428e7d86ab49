package cn.huiying.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Lives;
import cn.huiying.query.common.Lives.Life;
import cn.huiying.query.common.Recorded;
import cn.huiying.shared.petition.CoHandlerAdded;
import cn.huiying.shared.petition.CoHandlerRemoved;
import cn.huiying.shared.petition.DeadlineEscalated;
import cn.huiying.shared.petition.DeadlineMissed;
import cn.huiying.shared.petition.ExtensionRequested;
import cn.huiying.shared.petition.LeadChanged;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionTakenDown;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.PublicReplyPublished;
import cn.huiying.shared.petition.RedAlertRaised;
import cn.huiying.shared.petition.ReplySubmitted;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.ReturnRequested;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.YellowAlertRaised;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NoticesTest {

    private static final Notices NOTICES = new Notices(JsonMapper.builder().build());
    private static final Topic PUBLIC = new Topic.Publications();
    private static final Topic SUPERVISION = new Topic.Supervision();

    private static List<Notice> told(List<Recorded<PetitionEvent>> log) {
        Map<PetitionId, Standing> standings = new HashMap<>();
        List<Notice> told = new ArrayList<>();
        for (Recorded<PetitionEvent> recorded : log) {
            PetitionId id = recorded.event().petitionId();
            Standing before = standings.getOrDefault(id, Standing.UNKNOWN);
            Standing after = before.evolve(recorded);
            standings.put(id, after);
            told.addAll(NOTICES.of(recorded, before, after));
        }
        return told;
    }

    private static String text(Notice notice) {
        return new String(notice.frame(), StandardCharsets.UTF_8);
    }

    private static Stream<Notice> heard(Life life, Topic topic) {
        return told(life.recorded()).stream().filter(notice -> notice.topics().contains(topic));
    }

    /** The kinds that a topic hears of, in order. */
    private static List<String> kinds(Life life, Topic topic) {
        return heard(life, topic)
                .map(notice -> text(notice).split("\n")[1].substring("event: ".length()))
                .toList();
    }

    private static List<String> names(Class<?>... events) {
        return Stream.of(events).map(Class::getSimpleName).toList();
    }

    private static Life accepted(int n, PetitionClass petitionClass) {
        Life life = Life.posted(n, Lives.START).after(Duration.ofMinutes(1));
        return life.happens(new PetitionAccepted(
                life.id(), PetitionType.HELP, "环保", petitionClass, LimitClass.C7, Urgency.NORMAL, null, life.now()));
    }

    @Test
    void the_public_hears_only_of_what_is_published_now() {
        Life life = Life.inHand(1, Lives.START);
        PetitionId id = life.id();
        life.answered();
        assertThat(kinds(life, PUBLIC)).isEmpty();
        life.happens(new PetitionPublished(id, "噪音扰民", "请核实。", life.now()))
                .happens(new PublicReplyPublished(id, "已停工。", life.now()))
                .happens(new PetitionTakenDown(id, "应留言人要求", life.now()))
                .happens(new PublicReplyPublished(id, "已停工!", life.now()));
        assertThat(kinds(life, PUBLIC))
                .isEqualTo(names(PetitionPublished.class, PublicReplyPublished.class, PetitionTakenDown.class));
        assertThat(heard(life, PUBLIC).map(NoticesTest::text)).allMatch(text -> !text.contains("应留言人要求"));
    }

    @Test
    void the_public_hears_of_the_resolution_of_what_it_sees() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new PetitionPublished(life.id(), "噪音扰民", "请核实。", life.now()))
                .answered();
        assertThat(kinds(life, PUBLIC)).isEqualTo(names(PetitionPublished.class, PetitionResolved.class));
    }

    @Test
    void the_public_hears_that_a_petition_is_not_shown_any_more_but_not_why() {
        Life life = accepted(1, PetitionClass.CLAIM);
        life.happens(new PetitionPublished(life.id(), "噪音扰民", "请核实。", life.now()))
                .happens(new PetitionWithdrawn(life.id(), "与邻居和解", life.now()));
        assertThat(kinds(life, PUBLIC)).isEqualTo(names(PetitionPublished.class, PetitionTakenDown.class));
        String last = heard(life, PUBLIC).map(NoticesTest::text).toList().getLast();
        assertThat(last).contains("撤下").doesNotContain("撤回", "Withdrawn", "噪音", "和解");
    }

    @Test
    void the_public_hears_nothing_of_an_accusation() {
        Life life = accepted(1, PetitionClass.ACCUSATION);
        life.happens(new PetitionPublished(life.id(), "标题", "内容", life.now()));
        assertThat(kinds(life, PUBLIC)).isEmpty();
    }

    @Test
    void nothing_sealed_and_nobodys_words_go_out() {
        List<Notice> told = told(Lives.log(200, new Random(7)));
        assertThat(told).hasSizeGreaterThan(1_000);
        assertThat(told.stream().map(NoticesTest::text))
                .allMatch(text -> Stream.of("AAAA", "A256GCM", "ACC-", "陈", "近亲属", "恶意差评", "不属于我单位", "staff-")
                        .noneMatch(text::contains));
    }

    @Test
    void each_topic_is_told_of_an_event_once_at_most_and_in_the_order_of_the_log() {
        Map<Topic, Long> last = new HashMap<>();
        for (Notice notice : told(Lives.log(200, new Random(11)))) {
            for (Topic topic : notice.topics()) {
                Long before = last.put(topic, notice.position());
                assertThat(before == null || before < notice.position())
                        .as(topic.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void the_author_hears_of_the_road_but_not_of_what_the_offices_have_with_one_another() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new ExtensionRequested(life.id(), life.mainDeadline().code(), 3, "案情复杂", life.now()))
                .answered();
        assertThat(kinds(life, new Topic.OwnPetition(life.id())))
                .contains("PetitionSubmitted", "PetitionAccepted", "AssignmentSigned", "PetitionResolved")
                .doesNotContain("ExtensionRequested", "ReplySubmitted", "ReplyApproved");
        assertThat(kinds(life, new Topic.Petition(life.id())))
                .contains("ExtensionRequested", "ReplySubmitted", "ReplyApproved");
    }

    @Test
    void an_agency_hears_of_what_it_leads_from_the_dispatch_to_the_return() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new ReturnRequested(life.id(), Lives.AGENCY, "不属于我单位", null, life.now()))
                .happens(new ReturnGranted(life.id(), Lives.AGENCY, "同意", life.now()))
                .happens(new PetitionPublished(life.id(), "噪音扰民", "请核实。", life.now()));
        List<String> heard = kinds(life, new Topic.Queue(Lives.AGENCY));
        assertThat(heard.getFirst()).isEqualTo("PetitionDispatched");
        assertThat(heard).contains("AssignmentSigned", "ReturnRequested", "ReturnGranted");
        assertThat(heard).doesNotContain("PetitionAccepted", "PetitionPublished");
        assertThat(kinds(life, new Topic.PetitionInHand(life.id(), Lives.AGENCY)))
                .isEqualTo(heard);
    }

    @Test
    void co_handlers_hear_while_they_take_part_and_a_new_lead_agency_from_then_on() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new CoHandlerAdded(life.id(), Lives.CO_HANDLER, "涉及道路", life.now()))
                .happens(new CoHandlerRemoved(life.id(), Lives.CO_HANDLER, "不再需要", life.now()))
                .happens(new LeadChanged(life.id(), Lives.AGENCY, Lives.OTHER_AGENCY, "单位合并", life.now()))
                .answered();
        assertThat(kinds(life, new Topic.Queue(Lives.CO_HANDLER)))
                .isEqualTo(names(CoHandlerAdded.class, CoHandlerRemoved.class));
        assertThat(kinds(life, new Topic.Queue(Lives.AGENCY))).endsWith("LeadChanged");
        assertThat(kinds(life, new Topic.Queue(Lives.OTHER_AGENCY)))
                .startsWith("LeadChanged")
                .contains("ReplySubmitted", "PetitionResolved");
    }

    @Test
    void supervisors_hear_of_lights_and_of_what_follows_on_a_missed_deadline() {
        Life life = Life.inHand(1, Lives.START).after(Duration.ofDays(40));
        assertThat(kinds(life, SUPERVISION))
                .containsOnly(names(
                                YellowAlertRaised.class,
                                RedAlertRaised.class,
                                DeadlineMissed.class,
                                DeadlineEscalated.class)
                        .toArray(String[]::new));
        assertThat(heard(life, SUPERVISION).map(NoticesTest::text))
                .anyMatch(text -> text.contains("\"deadline\":\"D7\",\"deadlineText\":\"一般件办结\",\"step\":"));
        assertThat(life.events()).noneMatch(ReplySubmitted.class::isInstance);
    }

    @Test
    void a_county_hears_of_its_own_board_only() {
        Life municipal = Life.posted(1, Lives.START);
        Life county = Life.posted(3, Lives.START);
        Topic ofCounty = new Topic.Intake("445224");
        assertThat(kinds(municipal, ofCounty)).isEmpty();
        assertThat(kinds(county, ofCounty)).containsExactly("PetitionSubmitted");
        assertThat(kinds(municipal, new Topic.Intake(null))).containsExactly("PetitionSubmitted");
    }

    @Test
    void a_notice_goes_out_as_one_event() {
        Life life = accepted(1, PetitionClass.CLAIM);
        life.happens(new PetitionPublished(life.id(), "噪音\n扰民", "请核实。", life.now()));
        Notice last = heard(life, PUBLIC).toList().getLast();
        assertThat(text(last))
                .matches("id: " + last.position() + "\nevent: PetitionPublished\ndata: \\{[^\n]*\\\\n[^\n]*}\n\n");
    }
}
