package cn.huiying.shared.erasure;

import cn.huiying.shared.account.AccountId;

/** Query: the numbers of an author's petitions that somebody still works on; some of them, where they are many. */
public record FindPetitionsInHand(AccountId author) {}
