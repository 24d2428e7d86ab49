package cn.huiying.shared.assessment;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** 排行榜发布: the ranks are shown to an audience. */
@Revision("1")
public record RankingPublished(AssessmentId assessmentId, Audience audience, Instant at) implements AssessmentEvent {}
