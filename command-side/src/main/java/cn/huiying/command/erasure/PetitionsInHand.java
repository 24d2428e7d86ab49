package cn.huiying.command.erasure;

import cn.huiying.shared.account.AccountId;
import java.util.List;

/** Looks up in the read model what a person's petitions are doing: the log knows petitions by their own ids only. */
@FunctionalInterface
interface PetitionsInHand {

    /** The numbers of those that somebody has in hand, as far as the read model has come. */
    List<String> of(AccountId author);
}
