package cn.huiying.command.assessment;

import cn.huiying.shared.assessment.AssessmentId;

/** The assessment after a command. */
record AssessmentOutcome(AssessmentId id, long version, AssessmentState state) {}
