package cn.huiying.command.account;

import cn.huiying.command.account.cancelling.CancelAccount;
import cn.huiying.command.account.confirming.ConfirmPhone;
import cn.huiying.command.account.confirming.IssuePhoneCode;
import cn.huiying.command.account.freezing.FreezeAccount;
import cn.huiying.command.account.freezing.UnfreezeAccount;
import cn.huiying.command.account.profiling.ChangeEnterpriseProfile;
import cn.huiying.command.account.registering.AcceptPrivacyNotice;
import cn.huiying.command.account.registering.RegisterCitizen;
import cn.huiying.command.account.registering.RegisterEnterprise;
import cn.huiying.command.account.verifying.RefuseEnterprise;
import cn.huiying.command.account.verifying.VerifyEnterprise;
import cn.huiying.command.account.viewing.ViewContactData;
import cn.huiying.command.common.GivenAnswers;
import cn.huiying.shared.account.AccountCancelled;
import cn.huiying.shared.account.AccountEvent;
import cn.huiying.shared.account.AccountFrozen;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.account.AccountUnfrozen;
import cn.huiying.shared.account.CitizenRegistered;
import cn.huiying.shared.account.EnterpriseProfileChanged;
import cn.huiying.shared.account.EnterpriseRegistered;
import cn.huiying.shared.account.EnterpriseVerificationRefused;
import cn.huiying.shared.account.EnterpriseVerified;
import cn.huiying.shared.account.PersonalDataViewed;
import cn.huiying.shared.account.PhoneCodeIssued;
import cn.huiying.shared.account.PhoneCodeRefused;
import cn.huiying.shared.account.PhoneConfirmed;
import cn.huiying.shared.account.PrivacyNoticeAccepted;
import cn.huiying.shared.account.Verification;
import cn.huiying.shared.rule.Refusal;
import cn.huiying.shared.rule.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The account 账号 of a citizen or an enterprise. Personal data is sealed; the log knows no name and no phone. */
@Aggregate(type = "Account")
class Account {

    private static final int MAX_CODE_ATTEMPTS = 5;

    @AggregateIdentifier
    private AccountId id;

    private AccountStanding standing = AccountStanding.NONE;
    private final GivenAnswers<AccountStanding> answers = new GivenAnswers<>();

    /** For the framework, which folds the events into it. */
    Account() {}

    /** What holds for every command: a repeated request is answered again. */
    @CommandHandlerInterceptor
    Object guard(CommandMessage<?> command, InterceptorChain chain) throws Exception {
        Optional<AccountStanding> answer = answers.to(command.getMetaData());
        return answer.isPresent() ? answer.get() : chain.proceed();
    }

    /** On an account that is there, too, so that a repeated request reaches the guard. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    AccountStanding decide(RegisterCitizen command, AccountSettings settings) {
        if (standing.registered()) {
            throw Refused.byRule("account-is-new", "您已注册过账号。", "You have an account already.");
        }
        requireInForce(command.noticeVersion(), settings);
        AggregateLifecycle.apply(
                new CitizenRegistered(command.accountId(), command.name(), command.phone(), command.at()));
        return apply(new PrivacyNoticeAccepted(command.accountId(), command.noticeVersion(), command.at()));
    }

    /** Also where the particulars were refused, and for an account from before enterprises had their own. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    AccountStanding decide(RegisterEnterprise command, AccountSettings settings) {
        requireOpen();
        if (standing.enterprise() != null && standing.enterprise().verification() != Verification.REFUSED) {
            throw Refused.byRule("account-is-new", "您已注册过账号。", "You have an account already.");
        }
        requireInForce(command.noticeVersion(), settings);
        boolean noticed = command.noticeVersion().equals(standing.noticeVersion());
        AccountStanding registered = apply(new EnterpriseRegistered(
                command.accountId(),
                command.name(),
                command.creditCode(),
                command.creditCodeDigest(),
                command.contact(),
                command.phone(),
                command.industry(),
                command.size(),
                command.district(),
                command.at()));
        return noticed
                ? registered
                : apply(new PrivacyNoticeAccepted(command.accountId(), command.noticeVersion(), command.at()));
    }

    @CommandHandler
    AccountStanding decide(VerifyEnterprise command) {
        requireToBeVerified(command.particularsAt());
        return apply(new EnterpriseVerified(id, command.at()));
    }

    @CommandHandler
    AccountStanding decide(RefuseEnterprise command) {
        requireToBeVerified(command.particularsAt());
        return apply(new EnterpriseVerificationRefused(id, command.reason(), command.at()));
    }

    @CommandHandler
    AccountStanding decide(ChangeEnterpriseProfile command) {
        requireOpen();
        EnterpriseStanding enterprise = standing.enterprise();
        if (enterprise == null) {
            throw Refused.byRule(
                    "account-is-an-enterprise", "只有企业账号有企业概况。", "Only an enterprise's account has a profile.");
        }
        boolean same = command.industry() == enterprise.industry()
                && command.size() == enterprise.size()
                && command.district().equals(enterprise.district());
        return same
                ? standing
                : apply(new EnterpriseProfileChanged(
                        id, command.industry(), command.size(), command.district(), command.at()));
    }

    @CommandHandler
    AccountStanding decide(AcceptPrivacyNotice command, AccountSettings settings) {
        requireOpen();
        requireInForce(command.noticeVersion(), settings);
        return command.noticeVersion().equals(standing.noticeVersion())
                ? standing
                : apply(new PrivacyNoticeAccepted(id, command.noticeVersion(), command.at()));
    }

    @CommandHandler
    AccountStanding decide(IssuePhoneCode command) {
        requireOpen();
        return apply(new PhoneCodeIssued(id, command.codeDigest(), command.expiresAt(), command.at()));
    }

    /** A wrong code is an event too, so that it can't be guessed; the code is out still then. */
    @CommandHandler
    AccountStanding decide(ConfirmPhone command) {
        requireOpen();
        if (standing.codeDigest() == null
                || command.at().isAfter(standing.codeExpiresAt())
                || standing.codeAttempts() >= MAX_CODE_ATTEMPTS) {
            throw Refused.byRule("phone-code-is-out", "没有有效的验证码,请重新获取。", "There is no valid code; ask for a new one.");
        }
        boolean right = command.codeDigest().equals(standing.codeDigest());
        return apply(
                right
                        ? new PhoneConfirmed(id, command.at())
                        : new PhoneCodeRefused(id, standing.codeAttempts() + 1, command.at()));
    }

    @CommandHandler
    AccountStanding decide(ViewContactData command) {
        return apply(new PersonalDataViewed(
                id, command.petitionId() == null ? null : command.petitionId().value(), command.at()));
    }

    @CommandHandler
    AccountStanding decide(FreezeAccount command) {
        requireOpen();
        return standing.frozen() ? standing : apply(new AccountFrozen(id, command.reason(), command.at()));
    }

    @CommandHandler
    AccountStanding decide(UnfreezeAccount command) {
        requireOpen();
        return standing.frozen() ? apply(new AccountUnfrozen(id, command.reason(), command.at())) : standing;
    }

    @CommandHandler
    AccountStanding decide(CancelAccount command) {
        requireOpen();
        return apply(new AccountCancelled(id, command.reason(), command.at()));
    }

    @EventSourcingHandler
    void evolve(AccountEvent event, MetaData metadata) {
        id = event.accountId();
        standing = standing.evolve(event);
        answers.remember(metadata, standing);
    }

    private AccountStanding apply(AccountEvent event) {
        AggregateLifecycle.apply(event);
        return standing;
    }

    private static void requireInForce(String noticeVersion, AccountSettings settings) {
        if (!settings.noticeVersion().equals(noticeVersion)) {
            throw Refused.byRule(
                    "current-notice-accepted",
                    "请阅读并同意现行隐私告知(版本 " + settings.noticeVersion() + ")。",
                    "Accept the privacy notice in force, version " + settings.noticeVersion() + ".");
        }
    }

    private void requireToBeVerified(Instant lookedAt) {
        requireOpen();
        if (standing.enterprise() == null || standing.enterprise().verification() != Verification.PENDING) {
            throw Refused.byRule(
                    "an-enterprise-awaits-verification",
                    "该账号没有待审核的企业认证。",
                    "The account has no enterprise that awaits verification.");
        }
        if (!standing.enterprise().particularsAt().equals(lookedAt)) {
            throw new Refused(new Refusal(
                    Refusal.Kind.STALE,
                    "stale-version",
                    "认证材料已更新,请重新查看后再操作。",
                    "The particulars were changed meanwhile; look at them again.",
                    standing.enterprise().verification().name(),
                    List.of()));
        }
    }

    private void requireOpen() {
        if (standing.cancelled()) {
            throw Refused.byRule("account-is-open", "账号已注销。", "The account was cancelled.");
        }
    }
}
