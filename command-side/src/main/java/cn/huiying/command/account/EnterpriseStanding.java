package cn.huiying.command.account;

import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.account.Verification;
import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;

/**
 * Where an enterprise's account stands, beside what every account has.
 *
 * @param creditCode sealed; null for history that does not tell; industry and size likewise
 * @param contact    sealed
 * @param particularsAt when they became what they are
 * @param refusal    why it was not verified; null otherwise
 */
public record EnterpriseStanding(
        Sealed creditCode,
        Sealed contact,
        Industry industry,
        EnterpriseSize size,
        String district,
        Instant particularsAt,
        Verification verification,
        String refusal) {

    EnterpriseStanding found(Verification finding, String reason) {
        return new EnterpriseStanding(creditCode, contact, industry, size, district, particularsAt, finding, reason);
    }
}
