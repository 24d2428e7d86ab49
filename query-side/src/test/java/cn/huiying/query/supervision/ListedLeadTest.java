package cn.huiying.query.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.supervision.MediaFollowUpRecorded;
import cn.huiying.shared.supervision.MediaLeadAdopted;
import cn.huiying.shared.supervision.MediaLeadDeclined;
import cn.huiying.shared.supervision.MediaLeadEvent;
import cn.huiying.shared.supervision.MediaLeadId;
import cn.huiying.shared.supervision.MediaLeadOffered;
import cn.huiying.shared.supervision.MediaLeadState;
import cn.huiying.shared.supervision.MediaLeadWithdrawn;
import cn.huiying.shared.supervision.MediaReportPublished;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListedLeadTest {

    private static final MediaLeadId ID = new MediaLeadId("LEAD-1");
    private static final PetitionId PETITION = new PetitionId("PET-1");
    private static final Instant AT = Instant.parse("2026-11-30T01:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

    private static final List<MediaLeadEvent> LIFE = List.of(
            new MediaLeadOffered(ID, PETITION, "路灯不亮", "三个月不亮", AT),
            new MediaLeadDeclined(ID, "已有报道", AT),
            new MediaLeadOffered(ID, PETITION, "路灯仍不亮", "四个月不亮", AT.plusSeconds(60)),
            new MediaLeadAdopted(ID, AT),
            new MediaReportPublished(ID, PETITION, "灯", "https://news.example/1", DAY, AT),
            new MediaFollowUpRecorded(ID, DAY, "已亮", AT),
            new MediaLeadWithdrawn(ID, "办结", AT));

    private static List<ListedLead> course() {
        List<ListedLead> course = new ArrayList<>();
        ListedLead lead = null;
        for (int version = 0; version < LIFE.size(); version++) {
            lead = ListedLead.evolve(lead, new Recorded<>(LIFE.get(version), version, 100 + version));
            course.add(lead);
        }
        return course;
    }

    @Test
    void each_event_brings_the_lead_into_its_state() {
        assertThat(course().stream().map(ListedLead::state))
                .containsExactly(
                        MediaLeadState.OFFERED,
                        MediaLeadState.DECLINED,
                        MediaLeadState.OFFERED,
                        MediaLeadState.ADOPTED,
                        MediaLeadState.REPORTED,
                        MediaLeadState.REPORTED,
                        MediaLeadState.WITHDRAWN);
        assertThat(course().getLast().title()).isEqualTo("路灯仍不亮");
        assertThat(course().getLast().offeredAt()).isEqualTo(AT.plusSeconds(60));
    }

    @Test
    void an_event_delivered_twice_changes_nothing() {
        ListedLead last = course().getLast();
        for (int version = 0; version < LIFE.size(); version++) {
            assertThat(ListedLead.evolve(last, new Recorded<>(LIFE.get(version), version, 100 + version)))
                    .isSameAs(last);
        }
    }
}
