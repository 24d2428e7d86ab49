package cn.huiying.command.petition;

import static cn.huiying.command.petition.Commands.addAttachment;
import static cn.huiying.command.petition.Commands.hideAttachment;
import static cn.huiying.command.petition.Commands.removeAttachment;
import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.People.AUTHOR;
import static cn.huiying.command.petition.People.OFFICER;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.PICTURE;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;

import cn.huiying.shared.petition.AttachmentAdded;
import cn.huiying.shared.petition.AttachmentHidden;
import cn.huiying.shared.petition.AttachmentId;
import cn.huiying.shared.petition.AttachmentRemoved;
import cn.huiying.shared.rule.Refusal.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The author's pictures (domain 5.1, 9.2). */
class AttachingTest {

    static Stream<PetitionStory> petitions_not_yet_resolved() {
        return Stream.of(
                aPetition().submitted(),
                aPetition().awaitingCorrection(),
                aPetition().accepted(),
                aPetition().dispatched(),
                aPetition().handled(),
                aPetition().replied());
    }

    @ParameterizedTest
    @MethodSource("petitions_not_yet_resolved")
    void an_author_adds_a_picture_until_the_petition_is_resolved(PetitionStory story) {
        given(story)
                .when(addAttachment(PICTURE, false), AUTHOR)
                .leadsTo(
                        story.stage().state(),
                        new AttachmentAdded(PETITION, PICTURE, "image/jpeg", 4711, "5e", false, MONDAY));
    }

    @Test
    void a_petition_has_five_pictures_and_room_for_another_where_one_was_removed() {
        PetitionStory full = pictures(aPetition().handled(), 5);

        given(full).when(addAttachment(PICTURE, false), AUTHOR).refusedBy("at-most-five-attachments");
        given(full.pictureRemoved(picture(3)))
                .when(addAttachment(PICTURE, true), AUTHOR)
                .leadsTo(
                        full.stage().state(),
                        new AttachmentAdded(PETITION, PICTURE, "image/jpeg", 4711, "5e", true, MONDAY));
    }

    @Test
    void pictures_are_not_swapped_without_end() {
        PetitionStory swapped = aPetition().handled();
        for (int i = 0; i < 20; i++) {
            swapped.pictured(picture(i), false).pictureRemoved(picture(i));
        }

        given(swapped).when(addAttachment(PICTURE, false), AUTHOR).refusedBy("at-most-twenty-uploads");
    }

    @Test
    void a_frozen_account_adds_no_picture() {
        given(aPetition().handled())
                .with(People.account(true, true, "2023-01", true, false))
                .when(addAttachment(PICTURE, false), AUTHOR)
                .refusedBy("account-may-post");
    }

    @Test
    void an_author_removes_a_picture_once() {
        PetitionStory story = pictures(aPetition().handled(), 2);

        given(story)
                .when(removeAttachment(picture(1)), AUTHOR)
                .leadsTo(story.stage().state(), new AttachmentRemoved(PETITION, picture(1), MONDAY));
        given(story).when(removeAttachment(PICTURE), AUTHOR).refusedBy("there-is-such-an-attachment");
        given(story.pictureRemoved(picture(1)))
                .when(removeAttachment(picture(1)), AUTHOR)
                .refusedBy("there-is-such-an-attachment");
    }

    @Test
    void what_an_answer_rests_on_is_not_removed_any_more() {
        given(pictures(aPetition().handled(), 1).resolved())
                .when(removeAttachment(picture(0)), AUTHOR)
                .refused(Kind.STATE, "not-in-this-state");
    }

    @Test
    void the_bureau_keeps_a_public_picture_from_the_public() {
        PetitionStory story = pictures(aPetition().handled(), 1)
                .pictured(PICTURE, true)
                .resolved()
                .published();

        given(story)
                .when(hideAttachment(PICTURE), OFFICER)
                .leadsTo(story.stage().state(), new AttachmentHidden(PETITION, PICTURE, "含车牌", MONDAY));
        given(story).when(hideAttachment(picture(0)), OFFICER).refusedBy("only-a-public-attachment-is-hidden");
        given(story.pictureHidden(PICTURE))
                .when(hideAttachment(PICTURE), OFFICER)
                .refusedBy("only-a-public-attachment-is-hidden");
    }

    /** Private ones. */
    private static PetitionStory pictures(PetitionStory story, int count) {
        for (int i = 0; i < count; i++) {
            story.pictured(picture(i), false);
        }
        return story;
    }

    private static AttachmentId picture(int number) {
        return new AttachmentId("ATT-of-the-author-" + number);
    }
}
