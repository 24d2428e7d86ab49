package cn.huiying.command.notifying;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.common.SqliteDatabase;
import cn.huiying.command.notifying.OrderNotifications.OrderHappening;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.supervision.SupervisionAcknowledged;
import cn.huiying.shared.supervision.SupervisionCancelled;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionCompleted;
import cn.huiying.shared.supervision.SupervisionEscalated;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.supervision.SupervisionFeedbackSubmitted;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionHandedOver;
import cn.huiying.shared.supervision.SupervisionOrderDrafted;
import cn.huiying.shared.supervision.SupervisionOrderId;
import cn.huiying.shared.supervision.SupervisionOrderIssued;
import cn.huiying.shared.supervision.SupervisionReturned;
import cn.huiying.shared.supervision.SupervisionTrigger;
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

class OrderNotificationsTest {

    private static final SupervisionOrderId ID = new SupervisionOrderId("ORD-1");
    private static final String TOWN = "445224-114";
    private static final Instant AT = Instant.parse("2026-11-30T01:00:00Z");
    private static final Instant DUE = Instant.parse("2026-12-03T16:00:00Z");
    private static final SupervisionOrderIssued ISSUED = new SupervisionOrderIssued(
            ID, TOWN, SupervisionForm.E_ORDER, SupervisionChannel.ONLINE, "被举报人须回避", null, DUE, AT);

    @TempDir
    Path folder;

    private static OrderHappening happening(SupervisionEvent event) {
        return new OrderHappening("event-1", 7, AT, event);
    }

    static Stream<Arguments> events() {
        return Stream.of(
                told(ISSUED, NotificationKind.ORDER_ISSUED, "督办件 ORD-1:电子督办单,请于 2026-12-03 24:00 前反馈。"),
                told(
                        new SupervisionReturned(ID, TOWN, "不实", DUE, AT),
                        NotificationKind.ORDER_RETURNED,
                        "督办件 ORD-1:反馈退回重报,请于 2026-12-03 24:00 前反馈。"),
                told(
                        new SupervisionEscalated(
                                ID,
                                TOWN,
                                SupervisionForm.E_ORDER,
                                SupervisionForm.LISTED,
                                SupervisionChannel.ONLINE,
                                "仍不实",
                                "联席〔2026〕1号",
                                DUE,
                                AT),
                        NotificationKind.ORDER_ESCALATED,
                        "督办件 ORD-1:升级为挂牌督办,请于 2026-12-03 24:00 前反馈。"),
                told(
                        new SupervisionHandedOver(ID, "445224-101", TOWN, true, AT),
                        NotificationKind.ORDER_HANDED_OVER,
                        "督办件 ORD-1:由 445224-101 转来,由你单位反馈。"),
                told(new SupervisionCompleted(ID, TOWN, "已解决", AT), NotificationKind.ORDER_ENDED, "督办件 ORD-1:已销号。"),
                told(new SupervisionCancelled(ID, TOWN, "重复", AT), NotificationKind.ORDER_ENDED, "督办件 ORD-1:已撤销。"));
    }

    private static Arguments told(SupervisionEvent event, NotificationKind kind, String text) {
        return Arguments.of(event, kind, text);
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_agency_is_told_what_it_has_to_know_and_nothing_of_what_the_order_says(
            SupervisionEvent event, NotificationKind kind, String text) {
        List<Notification> told = OrderNotifications.of(happening(event));
        assertThat(told.stream().map(notification -> notification.recipient().toString()))
                .containsExactly("AGENCY_HANDLER:" + TOWN, "AGENCY_LEADER:" + TOWN);
        assertThat(told).allSatisfy(notification -> {
            assertThat(notification.kind()).isEqualTo(kind);
            assertThat(notification.text().chinese()).isEqualTo(text);
            assertThat(notification.text().english())
                    .startsWith("Order ORD-1: ")
                    .endsWith(".");
            assertThat(notification.order()).isEqualTo("ORD-1");
        });
    }

    @Test
    void the_supervisors_are_told_of_an_answer() {
        assertThat(OrderNotifications.of(happening(new SupervisionFeedbackSubmitted(ID, TOWN, 1, "已答复", null, AT))))
                .singleElement()
                .satisfies(told -> assertThat(told.recipient() + " " + told.kind() + " "
                                + told.text().chinese())
                        .isEqualTo("SUPERVISOR ORDER_ANSWERED 督办件 ORD-1:445224-114 已反馈。"));
    }

    @Test
    void of_what_nobody_has_to_act_on_nobody_is_told() {
        for (SupervisionEvent event : List.of(
                new SupervisionOrderDrafted(
                        ID,
                        SupervisionForm.E_ORDER,
                        SupervisionChannel.ONLINE,
                        SupervisionTrigger.OVERDUE,
                        TOWN,
                        List.of(new PetitionId("PET-1")),
                        "超期",
                        AT),
                new SupervisionAcknowledged(ID, TOWN, AT),
                new SupervisionHandedOver(ID, "445224-101", TOWN, false, AT),
                new SupervisionCancelled(ID, null, "重复", AT))) {
            assertThat(OrderNotifications.of(happening(event))).isEmpty();
        }
    }

    @Test
    void every_kind_about_orders_is_told_by_some_event() {
        assertThat(Arrays.stream(NotificationKind.values())
                        .filter(kind -> kind.name().startsWith("ORDER_") && kind != NotificationKind.ORDER_ANSWERED))
                .containsExactlyInAnyOrderElementsOf(events().map(row -> (NotificationKind) row.get()[1])
                        .distinct()
                        .toList());
    }

    @Test
    void a_batch_that_comes_twice_tells_once() {
        try (SqliteDatabase database = new SqliteDatabase(folder.resolve("outbox.sqlite"), SqliteOutbox.SCHEMA)) {
            SqliteOutbox outbox = new SqliteOutbox(database, String::equals, () -> 0);
            outbox.takeIn(List.of(happening(ISSUED)));
            outbox.takeIn(List.of(happening(ISSUED)));
            assertThat(outbox.pending()).isEqualTo(2);
            assertThat(outbox.dueBy(AT, "AGENCY_HANDLER:" + TOWN, 10))
                    .singleElement()
                    .satisfies(pending ->
                            assertThat(pending.notification().order()).isEqualTo("ORD-1"));
        }
    }
}
