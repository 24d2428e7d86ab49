package cn.huiying.command.account;

import cn.huiying.shared.account.AccountId;

/** Reads what is committed of accounts, without locking them. */
public interface Accounts {

    /** The standing of an account; of one that was never registered, too. */
    AccountStanding standing(AccountId id);
}
