package cn.huiying.command.account;

import cn.huiying.command.account.cancelling.CancelAccount;
import cn.huiying.command.account.confirming.ConfirmPhone;
import cn.huiying.command.account.confirming.IssuePhoneCode;
import cn.huiying.command.account.freezing.FreezeAccount;
import cn.huiying.command.account.freezing.UnfreezeAccount;
import cn.huiying.command.account.registering.AcceptPrivacyNotice;
import cn.huiying.command.account.registering.RegisterCitizen;
import cn.huiying.command.account.viewing.ViewContactData;
import cn.huiying.shared.account.AccountCancelled;
import cn.huiying.shared.account.AccountEvent;
import cn.huiying.shared.account.AccountFrozen;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.account.AccountUnfrozen;
import cn.huiying.shared.account.CitizenRegistered;
import cn.huiying.shared.account.PersonalDataViewed;
import cn.huiying.shared.account.PhoneCodeIssued;
import cn.huiying.shared.account.PhoneCodeRefused;
import cn.huiying.shared.account.PhoneConfirmed;
import cn.huiying.shared.account.PrivacyNoticeAccepted;
import cn.huiying.shared.rule.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;

/** The account 账号 of a citizen. Personal data is sealed; the log knows no name and no phone. */
@Aggregate(type = "Account")
class Account {

    private static final int MAX_CODE_ATTEMPTS = 5;

    @AggregateIdentifier
    private AccountId id;

    private AccountStanding standing = AccountStanding.NONE;

    /** For the framework, which folds the events into it. */
    Account() {}

    @CommandHandler
    Account(RegisterCitizen command) {
        AggregateLifecycle.apply(
                new CitizenRegistered(command.accountId(), command.name(), command.phone(), command.at()));
        AggregateLifecycle.apply(new PrivacyNoticeAccepted(command.accountId(), command.noticeVersion(), command.at()));
    }

    @CommandHandler
    void decide(AcceptPrivacyNotice command) {
        requireOpen();
        if (!command.noticeVersion().equals(standing.noticeVersion())) {
            AggregateLifecycle.apply(new PrivacyNoticeAccepted(id, command.noticeVersion(), command.at()));
        }
    }

    @CommandHandler
    void decide(IssuePhoneCode command) {
        requireOpen();
        AggregateLifecycle.apply(new PhoneCodeIssued(id, command.codeDigest(), command.expiresAt(), command.at()));
    }

    /** @return whether the code was right; a wrong one is an event too, so that it can't be guessed */
    @CommandHandler
    boolean decide(ConfirmPhone command) {
        requireOpen();
        if (standing.codeDigest() == null
                || command.at().isAfter(standing.codeExpiresAt())
                || standing.codeAttempts() >= MAX_CODE_ATTEMPTS) {
            throw Refused.byRule("phone-code-is-out", "没有有效的验证码,请重新获取。", "There is no valid code; ask for a new one.");
        }
        boolean right = command.codeDigest().equals(standing.codeDigest());
        AggregateLifecycle.apply(
                right
                        ? new PhoneConfirmed(id, command.at())
                        : new PhoneCodeRefused(id, standing.codeAttempts() + 1, command.at()));
        return right;
    }

    @CommandHandler
    void decide(ViewContactData command) {
        AggregateLifecycle.apply(new PersonalDataViewed(id, command.petitionId().value(), command.at()));
    }

    @CommandHandler
    void decide(FreezeAccount command) {
        requireOpen();
        if (!standing.frozen()) {
            AggregateLifecycle.apply(new AccountFrozen(id, command.reason(), command.at()));
        }
    }

    @CommandHandler
    void decide(UnfreezeAccount command) {
        requireOpen();
        if (standing.frozen()) {
            AggregateLifecycle.apply(new AccountUnfrozen(id, command.reason(), command.at()));
        }
    }

    @CommandHandler
    void decide(CancelAccount command) {
        requireOpen();
        AggregateLifecycle.apply(new AccountCancelled(id, command.reason(), command.at()));
    }

    @EventSourcingHandler
    void evolve(AccountEvent event) {
        id = event.accountId();
        standing = standing.evolve(event);
    }

    private void requireOpen() {
        if (standing.cancelled()) {
            throw Refused.byRule("account-is-open", "账号已注销。", "The account was cancelled.");
        }
    }
}
