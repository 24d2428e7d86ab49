package cn.huiying.command.notifying;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.common.SqliteDatabase;
import cn.huiying.command.notifying.ProposalNotifications.ProposalHappening;
import cn.huiying.shared.supervision.Adoption;
import cn.huiying.shared.supervision.ProposalEvent;
import cn.huiying.shared.supervision.ProposalFeedbackReceived;
import cn.huiying.shared.supervision.ProposalHandedOver;
import cn.huiying.shared.supervision.ProposalId;
import cn.huiying.shared.supervision.ProposalIssued;
import cn.huiying.shared.supervision.ProposalKind;
import cn.huiying.shared.supervision.ProposalWithdrawn;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProposalNotificationsTest {

    private static final ProposalId ID = new ProposalId("PRO-1");
    private static final String TOWN = "445224-114";
    private static final List<String> AGENCY = List.of("AGENCY_HANDLER:" + TOWN, "AGENCY_LEADER:" + TOWN);
    private static final Instant AT = Instant.parse("2026-11-30T01:00:00Z");

    @TempDir
    Path folder;

    private static ProposalIssued issued(Instant due) {
        return new ProposalIssued(
                ID, ProposalKind.PURSUE_ACCOUNTABILITY, TOWN, "路灯巡查", "建议问责", List.of(), List.of(), due, AT);
    }

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(
                        issued(Instant.parse("2026-12-30T16:00:00Z")),
                        NotificationKind.PROPOSAL_ISSUED,
                        AGENCY,
                        "建议 PRO-1:追究责任,请于 2026-12-30 24:00 前书面反馈采纳情况。"),
                Arguments.of(issued(null), NotificationKind.PROPOSAL_ISSUED, AGENCY, "建议 PRO-1:追究责任。"),
                Arguments.of(
                        new ProposalHandedOver(ID, "445224-101", TOWN, AT),
                        NotificationKind.PROPOSAL_HANDED_OVER,
                        AGENCY,
                        "建议 PRO-1:由 445224-101 转来,由你单位反馈。"),
                Arguments.of(
                        new ProposalWithdrawn(ID, TOWN, "情况已变", AT),
                        NotificationKind.PROPOSAL_WITHDRAWN,
                        AGENCY,
                        "建议 PRO-1:已撤回。"),
                Arguments.of(
                        new ProposalFeedbackReceived(ID, TOWN, Adoption.PARTLY_ADOPTED, "已修订", "预算不足", null, AT),
                        NotificationKind.PROPOSAL_ANSWERED,
                        List.of("BUREAU_LEADER"),
                        "建议 PRO-1:445224-114 已反馈:部分采纳。"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void each_side_is_told_what_it_has_to_know_and_nothing_of_what_the_proposal_says(
            ProposalEvent event, NotificationKind kind, List<String> recipients, String text) {
        List<Notification> told = ProposalNotifications.of(new ProposalHappening("event-1", 7, AT, event));
        assertThat(told.stream().map(notification -> notification.recipient().toString()))
                .containsExactlyElementsOf(recipients);
        assertThat(told).allSatisfy(notification -> {
            assertThat(notification.kind()).isEqualTo(kind);
            assertThat(notification.text().chinese()).isEqualTo(text);
            assertThat(notification.text().english())
                    .startsWith("Proposal PRO-1: ")
                    .endsWith(".");
            assertThat(notification.about()).isEqualTo("PRO-1");
        });
    }

    @Test
    void every_kind_about_proposals_is_told_by_some_event() {
        assertThat(Arrays.stream(NotificationKind.values())
                        .filter(kind -> kind.name().startsWith("PROPOSAL_")))
                .containsExactlyInAnyOrderElementsOf(events().map(row -> (NotificationKind) row.get()[1])
                        .distinct()
                        .toList());
    }

    @Test
    void a_batch_that_comes_twice_tells_once() {
        try (SqliteDatabase database = new SqliteDatabase(folder.resolve("outbox.sqlite"), SqliteOutbox.SCHEMA)) {
            SqliteOutbox outbox = new SqliteOutbox(database, String::equals, () -> 0);
            ProposalHappening happening = new ProposalHappening("event-1", 7, AT, issued(null));
            outbox.takeIn(List.of(happening));
            outbox.takeIn(List.of(happening));
            assertThat(outbox.pending()).isEqualTo(2);
        }
    }
}
