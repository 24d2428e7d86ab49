package cn.huiying.query.enterprise;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.account.AccountCancelled;
import cn.huiying.shared.account.AccountEvent;
import cn.huiying.shared.account.AccountFrozen;
import cn.huiying.shared.account.AccountUnfrozen;
import cn.huiying.shared.account.EnterpriseProfileChanged;
import cn.huiying.shared.account.EnterpriseRegistered;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.EnterpriseVerificationRefused;
import cn.huiying.shared.account.EnterpriseVerified;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.account.Verification;
import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;

/**
 * An enterprise's account as the officers' list shows it.
 *
 * @param creditCodeDigest what two accounts of one enterprise have in common; null for history that does not tell, like industry and
 *     size
 * @param refusal          why it was not verified; null otherwise
 * @param registeredAt     when the particulars were given last
 * @param version          sequence number of the last event
 */
record ListedEnterprise(
        String id,
        Sealed name,
        String creditCodeDigest,
        Industry industry,
        EnterpriseSize size,
        String district,
        Verification verification,
        String refusal,
        boolean frozen,
        boolean cancelled,
        Instant registeredAt,
        long version) {

    /**
     * @param enterprise null for a citizen's account, and before the first event of an enterprise's
     * @return null for a citizen's account; an event applied already changes nothing
     */
    static ListedEnterprise evolve(ListedEnterprise enterprise, Recorded<AccountEvent> recorded) {
        if (enterprise != null && recorded.version() <= enterprise.version()) {
            return enterprise;
        }
        if (enterprise == null && !(recorded.event() instanceof EnterpriseRegistered)) {
            return null;
        }
        long version = recorded.version();
        return switch (recorded.event()) {
            case EnterpriseRegistered e ->
                new ListedEnterprise(
                        e.accountId().value(),
                        e.name(),
                        e.creditCodeDigest(),
                        e.industry(),
                        e.size(),
                        e.district(),
                        Verification.PENDING,
                        null,
                        enterprise != null && enterprise.frozen(),
                        false,
                        e.at(),
                        version);
            case EnterpriseVerified e -> enterprise.found(Verification.VERIFIED, null, version);
            case EnterpriseVerificationRefused e -> enterprise.found(Verification.REFUSED, e.reason(), version);
            case EnterpriseProfileChanged e -> enterprise.as(e.industry(), e.size(), e.district(), version);
            case AccountFrozen e -> enterprise.as(true, enterprise.cancelled(), version);
            case AccountUnfrozen e -> enterprise.as(false, enterprise.cancelled(), version);
            case AccountCancelled e -> enterprise.as(enterprise.frozen(), true, version);
            default -> enterprise.as(enterprise.frozen(), enterprise.cancelled(), version);
        };
    }

    private ListedEnterprise found(Verification found, String because, long at) {
        return new ListedEnterprise(
                id,
                name,
                creditCodeDigest,
                industry,
                size,
                district,
                found,
                because,
                frozen,
                cancelled,
                registeredAt,
                at);
    }

    private ListedEnterprise as(Industry does, EnterpriseSize big, String where, long at) {
        return new ListedEnterprise(
                id,
                name,
                creditCodeDigest,
                does,
                big,
                where,
                verification,
                refusal,
                frozen,
                cancelled,
                registeredAt,
                at);
    }

    private ListedEnterprise as(boolean isFrozen, boolean isCancelled, long at) {
        return new ListedEnterprise(
                id,
                name,
                creditCodeDigest,
                industry,
                size,
                district,
                verification,
                refusal,
                isFrozen,
                isCancelled,
                registeredAt,
                at);
    }
}
