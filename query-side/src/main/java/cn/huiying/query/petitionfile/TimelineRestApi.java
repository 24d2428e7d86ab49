package cn.huiying.query.petitionfile;

import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.listing.PetitionIndex;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The door to a petition's readable timeline: why it stands where it stands, and who knew. */
@RestController
class TimelineRestApi {

    private static final String PATH = "/api/audit/petitions/{id}/timeline";
    private static final Set<Role> CHECKING = Set.of(Role.AUDITOR, Role.BUREAU_LEADER, Role.SUPERVISOR);

    private final PetitionStories stories;
    private final AgencyDirectory directory;
    private final InstantSource clock;

    TimelineRestApi(PetitionStories stories, AgencyDirectory directory, InstantSource clock) {
        this.stories = stories;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @ReadsFrom(ReadsFrom.LOG)
    Timeline timeline(Actor actor, @PathVariable String id, HttpServletRequest request) {
        if (!CHECKING.contains(actor.role())) {
            throw Refused.forbidden(
                    "role-may-not",
                    "只有信访局领导、督办员和审计员可以查看办理时间线。",
                    "Only the bureau's leader, supervisors and auditors see timelines.");
        }
        Parameters.of(request);
        return stories.find(PetitionIndex.id(id))
                .map(story -> Timeline.of(story, directory, stories.calendar(), clock.instant()))
                .orElseThrow(PetitionIndex::notFound);
    }

    /** To read and to print, in the language that is asked for. */
    @GetMapping(path = PATH, produces = MediaType.TEXT_PLAIN_VALUE)
    @ReadsFrom(ReadsFrom.LOG)
    String text(Actor actor, @PathVariable String id, HttpServletRequest request) {
        boolean english = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                && request.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return TimelineText.of(timeline(actor, id, request), !english);
    }
}
