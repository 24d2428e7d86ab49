package cn.huiying.query.supervision;

import cn.huiying.query.common.Recorded;
import cn.huiying.query.supervision.OrderFile.Step;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.MediaFollowUpRecorded;
import cn.huiying.shared.supervision.MediaLeadAdopted;
import cn.huiying.shared.supervision.MediaLeadDeclined;
import cn.huiying.shared.supervision.MediaLeadEvent;
import cn.huiying.shared.supervision.MediaLeadOffered;
import cn.huiying.shared.supervision.MediaLeadWithdrawn;
import cn.huiying.shared.supervision.MediaReportPublished;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One media lead with everything that happened to it, folded from its own stream. For one thread. */
final class LeadFile {

    /** 媒体报道. */
    record Report(String title, String link, LocalDate publishedOn, Instant recordedAt) {}

    /** 跟踪回访. */
    record FollowUp(LocalDate foundOn, String finding, Instant recordedAt) {}

    ListedLead lead;
    String text;
    final List<Report> reports = new ArrayList<>();
    final List<FollowUp> followUps = new ArrayList<>();
    final List<Step> history = new ArrayList<>();

    void evolve(Recorded<MediaLeadEvent> recorded, Role role) {
        lead = ListedLead.evolve(lead, recorded);
        switch (recorded.event()) {
            case MediaLeadOffered e -> {
                text = e.text();
                step(e, "线索提供", role, e.title());
            }
            case MediaLeadAdopted e -> step(e, "线索采用", role, null);
            case MediaLeadDeclined e -> step(e, "线索未采用", role, e.reason());
            case MediaReportPublished e -> {
                reports.add(new Report(e.title(), e.link(), e.publishedOn(), e.at()));
                step(e, "媒体报道", role, e.title());
            }
            case MediaFollowUpRecorded e -> {
                followUps.add(new FollowUp(e.foundOn(), e.finding(), e.at()));
                step(e, "跟踪回访", role, e.finding());
            }
            case MediaLeadWithdrawn e -> step(e, "线索撤回", role, e.reason());
        }
    }

    /** What was offered before and withdrawn since is not for the media. */
    List<Step> sinceItWasOffered() {
        int last = 0;
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).event().equals(MediaLeadOffered.class.getSimpleName())) {
                last = i;
            }
        }
        return history.subList(last, history.size());
    }

    private void step(MediaLeadEvent event, String chinese, Role role, String said) {
        history.add(new Step(event.getClass().getSimpleName(), chinese, event.at(), role, said));
    }
}
