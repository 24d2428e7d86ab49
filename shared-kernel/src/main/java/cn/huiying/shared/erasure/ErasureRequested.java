package cn.huiying.shared.erasure;

import cn.huiying.shared.account.AccountId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The erasure of a person's data was asked for 申请删除个人信息 (个人信息保护法 Art. 47).
 *
 * @param requester who asked, and so may not decide
 */
@Revision("1")
public record ErasureRequested(
        ErasureId erasureId, AccountId subject, ErasureBasis basis, String reason, String requester, Instant at)
        implements ErasureEvent {}
