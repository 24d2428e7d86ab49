package cn.huiying.shared.erasure;

import java.time.Instant;

/** Something happened in the erasure of a person's data. */
public sealed interface ErasureEvent permits ErasureRequested, ErasureApproved, ErasureRefused, SubjectKeyDestroyed {

    ErasureId erasureId();

    Instant at();
}
