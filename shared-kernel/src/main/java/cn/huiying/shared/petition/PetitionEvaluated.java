package cn.huiying.shared.petition;

import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 群众评价: the author rated the answer.
 *
 * @param solved 解决程度, 1–5; null where history from another board did not ask it
 * @param manner 办理态度, 1–5
 * @param speed 办理速度, 1–5
 * @param overall the weighted mean
 * @param comment may be null
 */
@Revision("1")
public record PetitionEvaluated(
        PetitionId petitionId,
        Integer solved,
        int manner,
        int speed,
        double overall,
        SatisfactionBand band,
        Sealed comment,
        Instant at)
        implements PetitionEvent {}
