package cn.huiying.query.assessment;

import cn.huiying.shared.assessment.AssessmentId;
import cn.huiying.shared.assessment.Audience;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Every assessment of a period; a few each year. */
interface Assessments {

    Optional<AssessmentFile> find(AssessmentId id);

    /**
     * The published one of the newest period.
     *
     * @param audience whom it has to be published to; null for any
     */
    Optional<AssessmentFile> lastPublished(Audience audience);

    /** The newest period first. */
    List<AssessmentFile> all();

    void save(Collection<AssessmentFile> files);
}
