package cn.huiying.query.whatif;

import cn.huiying.shared.petition.PetitionEvent;
import java.time.Instant;

/** An event as the log tells it, with when it was written there. */
record Told(PetitionEvent event, Instant recordedAt) {}
