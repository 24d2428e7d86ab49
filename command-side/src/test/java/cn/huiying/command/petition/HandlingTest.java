package cn.huiying.command.petition;

import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.People.HANDLER;
import static cn.huiying.command.petition.People.sealed;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;

import cn.huiying.command.petition.contacting.LogContact;
import cn.huiying.command.petition.progressing.PostProgress;
import cn.huiying.command.petition.visiting.LogSiteVisit;
import cn.huiying.shared.petition.CitizenContacted;
import cn.huiying.shared.petition.ContactChannel;
import cn.huiying.shared.petition.ProgressPosted;
import cn.huiying.shared.petition.SiteVisitRecorded;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.privacy.Sealed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 14 of domain 9.4. */
class HandlingTest {

    private static final Sealed NOTE = sealed("CitizenContacted.note");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_handler_records_that_the_author_was_called_whether_reached_or_not(boolean reached) {
        given(aPetition().handled())
                .when(new LogContact(PETITION, MONDAY, ContactChannel.VISIT, reached, NOTE), HANDLER)
                .leadsTo(State.HANDLING, new CitizenContacted(PETITION, ContactChannel.VISIT, reached, NOTE, MONDAY));
    }

    @Test
    void the_handler_records_a_look_at_the_matter_on_site() {
        Sealed place = sealed("SiteVisitRecorded.place");
        Sealed findings = sealed("SiteVisitRecorded.findings");

        given(aPetition().handled())
                .when(new LogSiteVisit(PETITION, MONDAY, place, findings), HANDLER)
                .leadsTo(State.HANDLING, new SiteVisitRecorded(PETITION, place, findings, MONDAY));
    }

    @Test
    void the_handler_tells_the_author_how_far_the_agency_is() {
        Sealed text = sealed("ProgressPosted.text");

        given(aPetition().handled())
                .when(new PostProgress(PETITION, MONDAY, text), HANDLER)
                .leadsTo(State.HANDLING, new ProgressPosted(PETITION, text, MONDAY));
    }
}
