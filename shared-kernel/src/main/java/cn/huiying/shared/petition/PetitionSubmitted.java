package cn.huiying.shared.petition;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 留言提交: a citizen or an enterprise posted a petition.
 *
 * @param number the public number, JY + yyyyMMdd + 6 digits
 * @param district GB/T 2260 code
 * @param nickname what the public sees of the author, such as 陈***
 * @param body null for a complaint, which has a claim instead
 * @param claim complaints only
 * @param supplement complaints only; may be null
 * @param place may be null
 * @param hiddenRemark may be null
 * @param policy policy inquiries: the policy asked about; null otherwise and in revision 1
 * @param topic suggestions: the topic of solicitation answered; may be null, and is in revision 1
 * @param reason suggestions: why something should change; null otherwise and in revision 1
 * @param proposal suggestions: what should be done; null otherwise and in revision 1
 * @param noticeVersion the privacy notice the author had accepted (PIPL Art. 35)
 * @param source null for petitions posted here; else where it was imported from
 */
@Revision("2")
public record PetitionSubmitted(
        PetitionId petitionId,
        String number,
        AccountId author,
        Section section,
        Board board,
        PetitionType type,
        String domain,
        String district,
        VisibilityWish visibilityWish,
        String nickname,
        Sealed title,
        Sealed body,
        Sealed claim,
        Sealed supplement,
        Sealed place,
        Sealed hiddenRemark,
        PolicyId policy,
        SuggestionTopicId topic,
        Sealed reason,
        Sealed proposal,
        String noticeVersion,
        String source,
        Instant at)
        implements PetitionEvent {}
