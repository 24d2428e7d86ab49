package cn.huiying.query.assessment;

import cn.huiying.shared.assessment.AssessmentId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Every assessment of a period; a few each year. */
interface Assessments {

    Optional<AssessmentFile> find(AssessmentId id);

    /** The newest period first. */
    List<AssessmentFile> all();

    void save(Collection<AssessmentFile> files);

    /** Forgets everything, before a rebuild. */
    void clear();
}
