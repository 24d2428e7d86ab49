package cn.huiying.query.petitionfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiying.query.common.Lives;
import cn.huiying.query.common.Lives.Life;
import cn.huiying.query.petitionfile.PetitionDeadlinesRestApi.DeadlineItem;
import cn.huiying.query.petitionfile.PetitionDeadlinesRestApi.Deadlines;
import cn.huiying.query.petitionfile.PetitionDeadlinesRestApi.Owner;
import cn.huiying.query.petitionfile.Timetable.Status;
import cn.huiying.shared.petition.CoHandlerAdded;
import cn.huiying.shared.petition.LeadChanged;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Light;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

class PetitionDeadlinesRestApiTest {

    private static final Actor OFFICER = new Actor("officer", Role.INTAKE_OFFICER, null, null);
    private static final Actor AUTHOR = new Actor("1", Role.CITIZEN, null, null);

    private static Actor handlerOf(String agency) {
        return new Actor("handler", Role.AGENCY_HANDLER, agency, null);
    }

    private static ResponseEntity<Deadlines> asked(Life life, Actor actor, Instant now) {
        PetitionFile file = new PetitionFile();
        life.recorded().forEach(recorded -> file.evolve(recorded.event(), recorded.version(), null, null));
        return new PetitionDeadlinesRestApi(new VisibleFiles((id, asOf) -> Optional.of(file)), () -> now)
                .deadlines(actor, life.id().value(), new MockHttpServletRequest());
    }

    private static List<String> codes(Life life, Actor actor) {
        return asked(life, actor, life.now()).getBody().items().stream()
                .map(DeadlineItem::code)
                .toList();
    }

    private static DeadlineItem item(Life life, String code, Instant now) {
        return asked(life, OFFICER, now).getBody().items().stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_author_sees_own_rights_and_the_offices_duties_but_not_what_they_have_among_themselves() {
        Life life = Life.inHand(1, Lives.START).answered();
        assertThat(codes(life, OFFICER))
                .containsExactly(
                        "D1", "D-15", "D-60", "D1s", "D-ret", "D3c", "D7", "D-review-agency", "D-eval", "D-recheck");
        assertThat(codes(life, AUTHOR))
                .containsExactly("D1", "D-15", "D-60", "D1s", "D3c", "D7", "D-eval", "D-recheck");
        assertThat(asked(life, AUTHOR, life.now()).getBody().items())
                .as("the ladder is the offices' own")
                .allMatch(item -> item.supervisorTaskAt() == null && item.circularDraftAt() == null);
    }

    @Test
    void a_deadline_says_whose_it_is_and_explains_itself() {
        Life life = Life.inHand(1, Lives.START).answered();
        assertThat(item(life, "D1", life.now()).owner()).isEqualTo(Owner.BUREAU);
        assertThat(item(life, "D-eval", life.now()).owner()).isEqualTo(Owner.CITIZEN);
        DeadlineItem main = item(life, "D7", life.now());
        assertThat(main.owner()).isEqualTo(Owner.AGENCY);
        assertThat(main.startText()).isEqualTo("交办主办单位");
        assertThat(main.limit().text()).isEqualTo("7个工作日");
        assertThat(main.countedDays()).hasSize(7);
        assertThat(main.skippedDays()).hasSize(2).allMatch(day -> day.reasonText()
                .equals("周末"));
        assertThat(main.explanation().chinese()).contains("一般件办结(D7)");
        assertThat(main.legalLimit().article()).isEqualTo("信访工作条例第三十四条");
        assertThat(main.policy().code()).isEqualTo("JY-1-3-5-7-15-H");
        assertThat(main.status()).isEqualTo(Status.MET);
        assertThat(main.light()).isNull();
    }

    @Test
    void the_tag_changes_when_time_alone_changes_the_answer() {
        Life life = Life.inHand(1, Lives.START);
        Deadline main = life.mainDeadline();
        Instant yellow = main.alerts().yellowFrom();
        ResponseEntity<Deadlines> green = asked(life, OFFICER, yellow.minusMillis(1));
        ResponseEntity<Deadlines> turned = asked(life, OFFICER, yellow);
        ResponseEntity<Deadlines> later = asked(life, OFFICER, yellow.plusMillis(1));
        ResponseEntity<Deadlines> over = asked(life, OFFICER, main.dueAt());
        assertThat(item(life, "D7", yellow).light()).isEqualTo(Light.YELLOW);
        assertThat(item(life, "D7", main.dueAt()).status()).isEqualTo(Status.MISSED);
        assertThat(turned.getHeaders().getETag())
                .isNotEqualTo(green.getHeaders().getETag())
                .isEqualTo(later.getHeaders().getETag())
                .isNotEqualTo(over.getHeaders().getETag());
        assertThat(later.getBody()).isEqualTo(turned.getBody());
    }

    @Test
    void co_handlers_and_the_successor_may_see_it_and_the_former_lead_agency_no_longer() {
        Life life = Life.inHand(1, Lives.START);
        Actor coHandler = handlerOf(Lives.CO_HANDLER);
        assertThatThrownBy(() -> codes(life, coHandler)).isInstanceOf(Refused.class);
        life.happens(new CoHandlerAdded(life.id(), Lives.CO_HANDLER, "涉及道路", life.now()));
        assertThat(codes(life, coHandler)).isNotEmpty();
        assertThat(codes(life, handlerOf(Lives.AGENCY))).isNotEmpty();
        life.happens(new LeadChanged(life.id(), Lives.AGENCY, Lives.OTHER_AGENCY, "机构合并", life.now()));
        assertThat(codes(life, handlerOf(Lives.OTHER_AGENCY))).isNotEmpty();
        assertThatThrownBy(() -> codes(life, handlerOf(Lives.AGENCY))).isInstanceOf(Refused.class);
    }
}
