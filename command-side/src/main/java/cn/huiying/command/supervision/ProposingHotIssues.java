package cn.huiying.command.supervision;

import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.Digests;
import cn.huiying.command.supervision.drafting.DraftSupervisionOrder;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.supervision.FindHotIssues;
import cn.huiying.shared.supervision.HotIssues;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionOrderId;
import cn.huiying.shared.supervision.SupervisionTrigger;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 易发多发拟办: what rose in the last thirty days is proposed to the supervisors, each matter in a place once a month; never what was supervised elsewhere. */
public class ProposingHotIssues {

    private static final Logger log = LoggerFactory.getLogger(ProposingHotIssues.class);

    private static final int DAYS = 30;

    private final QueryGateway queries;
    private final SupervisedPetitions petitions;
    private final CommandDoor door;

    ProposingHotIssues(QueryGateway queries, SupervisedPetitions petitions, CommandDoor door) {
        this.petitions = petitions;
        this.queries = queries;
        this.door = door;
    }

    /** Several nodes may: drafting the same order again changes nothing. */
    public void propose(Instant now) {
        LocalDate yesterday = WorkCalendar.dateOf(now).minusDays(1);
        HotIssues found = queries.query(new FindHotIssues(yesterday.minusDays(DAYS - 1), yesterday), HotIssues.class)
                .join();
        for (HotIssues.Issue issue : found.issues()) {
            List<PetitionId> posted = issue.petitions().stream()
                    .filter(petition -> !petitions.imported(petition))
                    .toList();
            if (posted.isEmpty()) {
                continue;
            }
            String unique = Digests.of("hot-issue", issue.topic(), issue.district(), "" + YearMonth.from(yesterday));
            try {
                door.send(
                        new DraftSupervisionOrder(
                                new SupervisionOrderId("ORD-" + unique),
                                now,
                                SupervisionForm.E_ORDER,
                                SupervisionChannel.ONLINE,
                                SupervisionTrigger.HOT_ISSUE,
                                issue.agency(),
                                posted,
                                issue.matter()),
                        Actor.SYSTEM,
                        Map.of());
            } catch (RuntimeException e) {
                log.warn("No order about “{}” in {} is proposed: {}", issue.topic(), issue.district(), e.getMessage());
            }
        }
    }
}
