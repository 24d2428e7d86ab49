package cn.huiying.shared.deadline;

import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.Urgency;
import java.time.Instant;

/**
 * What a deadline needs to know of a petition 诉求要素. What acceptance decides is null before it.
 *
 * @param acceptedAt from when the law's time to conclude runs (信访工作条例 Art. 34); null before acceptance, and again once the
 *     petition was concluded, so for a reopened round
 */
public record Matter(
        Section section,
        PetitionType type,
        PetitionClass petitionClass,
        LimitClass limitClass,
        Urgency urgency,
        Instant acceptedAt) {}
