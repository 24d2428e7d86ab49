package cn.huiying.shared.account;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 企业概况变更: what the enterprise does, how big it is, where it is; policies are pushed by it.
 *
 * @param district GB/T 2260 code
 */
@Revision("1")
public record EnterpriseProfileChanged(
        AccountId accountId, Industry industry, EnterpriseSize size, String district, Instant at)
        implements AccountEvent {}
