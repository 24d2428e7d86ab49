package cn.huiying.command.notifying;

import cn.huiying.command.common.Digests;
import cn.huiying.shared.petition.PetitionId;
import java.time.Instant;

/**
 * 通知: the intent to tell somebody of an event. It holds no personal data: whoever sends it on knows how to reach the recipient,
 * and what it is about is read on the platform.
 *
 * @param id       follows from the event and the recipient, so that the same event tells nobody twice
 * @param petition null where it is about something else
 * @param number   the petition's public number; null where it is about something else
 * @param order    id of the supervision order; null where it is about something else
 * @param proposal id of the proposal; null where it is about something else
 * @param policy   id of the policy for enterprises; null where it is about something else
 * @param position of the event in the log
 * @param at       when it happened
 */
record Notification(
        String id,
        NotificationKind kind,
        Text title,
        Recipient recipient,
        PetitionId petition,
        String number,
        String order,
        String proposal,
        String policy,
        long position,
        Instant at,
        Text text) {

    /** The same in both languages. */
    record Text(String chinese, String english) {}

    /** Id of what it is about. */
    String about() {
        return petition != null ? petition.value() : order != null ? order : proposal != null ? proposal : policy;
    }

    static String idOf(String event, Recipient recipient) {
        return "NTF-" + Digests.of(event, recipient.toString());
    }
}
