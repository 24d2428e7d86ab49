package cn.huiying.query.listing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Lives;
import cn.huiying.query.common.Lives.Life;
import cn.huiying.query.common.Recorded;
import cn.huiying.query.listing.ListedPetition.Milestone;
import cn.huiying.query.listing.ListedPetition.Step;
import cn.huiying.shared.petition.AttachmentAdded;
import cn.huiying.shared.petition.AttachmentHidden;
import cn.huiying.shared.petition.AttachmentId;
import cn.huiying.shared.petition.AttachmentRemoved;
import cn.huiying.shared.petition.EvaluationExcluded;
import cn.huiying.shared.petition.HandlingTerminated;
import cn.huiying.shared.petition.LeadChanged;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.PetitionResectioned;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.TerminationReason;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ListedPetitionTest {

    private static ListedPetition after(Life life) {
        return fold(null, life.recorded());
    }

    private static ListedPetition fold(ListedPetition before, List<Recorded<PetitionEvent>> log) {
        ListedPetition petition = before;
        for (Recorded<PetitionEvent> recorded : log) {
            petition = ListedPetition.evolve(petition, recorded);
        }
        return petition;
    }

    private static List<Step> steps(ListedPetition petition) {
        return petition.milestones().stream().map(Milestone::step).toList();
    }

    @Test
    void a_reopened_petition_is_in_hand_again_and_its_last_evaluation_decides() {
        Life life = Life.inHand(1, Lives.START).answered().rated(1);
        life.after(Duration.ofHours(1)).happens(new PetitionReopened(life.id(), 1, "问题未解决", life.now()));
        ListedPetition again = after(life);
        assertThat(again.state()).isEqualTo(State.HANDLING);
        assertThat(again.resolvedAt()).isNull();
        assertThat(again.rating()).as("until there is another").isEqualTo(SatisfactionBand.DISSATISFIED);
        assertThat(steps(again)).endsWith(Step.REOPENED);
        ListedPetition rated = after(life.answered().rated(5));
        assertThat(rated.rating()).isEqualTo(SatisfactionBand.SATISFIED);
        assertThat(rated.resolvedAt()).isEqualTo(life.now());
    }

    @Test
    void an_excluded_rating_is_not_shown() {
        Life life = Life.inHand(1, Lives.START).answered().rated(1);
        life.happens(new EvaluationExcluded(life.id(), "非承办单位原因", life.now()));
        assertThat(after(life).rating()).isNull();
    }

    @Test
    void the_public_may_know_that_a_petition_takes_longer_or_was_terminated() {
        Life life = Life.inHand(1, Lives.START).extended(3);
        assertThat(steps(after(life))).endsWith(Step.EXTENDED);
        life.happens(new HandlingTerminated(life.id(), TerminationReason.NO_COOPERATION, "多次联系未果。", life.now()));
        assertThat(steps(after(life))).endsWith(Step.TERMINATED);
        assertThat(after(life).state().publicTab()).isEqualTo(State.PublicTab.DONE);
    }

    @Test
    void the_successor_of_the_lead_agency_and_the_new_section_are_shown() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new LeadChanged(life.id(), Lives.AGENCY, Lives.OTHER_AGENCY, "机构合并", life.now()));
        life.happens(new PetitionResectioned(life.id(), Section.SUGGESTION, "属于建言", life.now()));
        assertThat(after(life).agency()).isEqualTo(Lives.OTHER_AGENCY);
        assertThat(after(life).section()).isEqualTo(Section.SUGGESTION);
    }

    @Test
    void an_event_delivered_twice_changes_nothing() {
        for (int seed = 0; seed < 100; seed++) {
            List<Recorded<PetitionEvent>> log = Lives.log(1, new Random(seed));
            ListedPetition once = fold(null, log);
            assertThat(fold(once, log)).isEqualTo(once);
        }
    }

    @Test
    void the_public_is_shown_the_pictures_that_were_there_at_the_last_publication() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(picture(life, "ATT-1", true)).happens(picture(life, "ATT-2", false));
        assertThat(after(life).publicPictures()).isEmpty();
        PetitionPublished publication = new PetitionPublished(life.id(), "路灯不亮", "路灯坏了", life.now());
        life.happens(publication).happens(picture(life, "ATT-3", true));
        assertThat(shown(life)).containsExactly("ATT-1");
        life.happens(publication);
        assertThat(shown(life)).containsExactly("ATT-1", "ATT-3");
        life.happens(new AttachmentHidden(life.id(), new AttachmentId("ATT-1"), "含车牌", life.now()));
        assertThat(shown(life)).containsExactly("ATT-3");
        life.happens(new AttachmentRemoved(life.id(), new AttachmentId("ATT-3"), life.now()));
        assertThat(shown(life)).isEmpty();
    }

    private static AttachmentAdded picture(Life life, String id, boolean visibleToPublic) {
        return new AttachmentAdded(
                life.id(), new AttachmentId(id), "image/jpeg", 4711, "5e", visibleToPublic, life.now());
    }

    private static List<String> shown(Life life) {
        return after(life).publicPictures().stream()
                .map(picture -> picture.id().value())
                .toList();
    }

    @Test
    void a_petition_that_was_kept_before_there_were_pictures_has_none() {
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode kept = mapper.valueToTree(after(Life.inHand(1, Lives.START)));
        kept.remove("pictures");
        assertThat(mapper.treeToValue(kept, ListedPetition.class).pictures()).isEmpty();
    }
}
