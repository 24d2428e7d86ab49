package cn.huiying.query.enterprise;

import cn.huiying.query.common.Listed;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.account.Verification;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All accounts of enterprises there ever were. */
interface ListedEnterprises extends Listed<ListedEnterprise, ListedEnterprises.Query> {

    /** Which of them; an empty set is no restriction. */
    record Query(
            Set<Verification> verifications,
            Set<Industry> industries,
            Set<EnterpriseSize> sizes,
            Set<String> districts,
            boolean newestFirst) {}

    /** How many there are of each verification, whichever is asked for. */
    Map<String, Long> counts(Query query);

    /** The open accounts with each of these credit codes, by the code's digest. */
    Map<String, List<String>> byCreditCode(Set<String> digests);
}
