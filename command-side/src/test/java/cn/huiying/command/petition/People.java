package cn.huiying.command.petition;

import cn.huiying.command.account.AccountStanding;
import cn.huiying.command.account.EnterpriseStanding;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.account.Verification;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import java.time.Instant;

/** Who acts in the tests, by role, and the author's account. */
final class People {

    static final Actor AUTHOR = new Actor("wang", Role.CITIZEN, null, null);
    static final Actor ANOTHER_CITIZEN = new Actor("li", Role.CITIZEN, null, null);
    static final Actor ENTERPRISE = new Actor("factory", Role.ENTERPRISE, null, null);

    static final Actor OFFICER = new Actor("officer", Role.INTAKE_OFFICER, null, null);
    static final Actor HUILAI_OFFICER = new Actor("huilai-officer", Role.COUNTY_OFFICER, null, "445224");
    static final Actor JIEXI_OFFICER = new Actor("jiexi-officer", Role.COUNTY_OFFICER, null, "445222");
    static final Actor BUREAU_LEADER = new Actor("bureau-leader", Role.BUREAU_LEADER, null, null);

    /** Of {@link Directory#HUILAI_HOUSING}, the lead agency unless a test says otherwise. */
    static final Actor HANDLER = handlerOf(Directory.HUILAI_HOUSING);

    static final Actor LEADER = leaderOf(Directory.HUILAI_HOUSING);
    static final Actor PLATFORM = Actor.SYSTEM;

    static final AccountId AUTHORS_ACCOUNT = AccountId.ofSubject(AUTHOR.id());

    private People() {}

    static Actor handlerOf(String agency) {
        return new Actor("handler-" + agency, Role.AGENCY_HANDLER, agency, null);
    }

    static Actor leaderOf(String agency) {
        return new Actor("leader-" + agency, Role.AGENCY_LEADER, agency, null);
    }

    /** Somebody with a role who has to do with the petition of the tests, if anybody of that role has. */
    static Actor inRole(Role role) {
        return switch (role) {
            case CITIZEN -> AUTHOR;
            case ENTERPRISE -> new Actor(AUTHOR.id(), Role.ENTERPRISE, null, null);
            case INTAKE_OFFICER -> OFFICER;
            case COUNTY_OFFICER -> HUILAI_OFFICER;
            case BUREAU_LEADER -> BUREAU_LEADER;
            case AGENCY_HANDLER -> HANDLER;
            case AGENCY_LEADER -> LEADER;
            case SYSTEM -> PLATFORM;
            default -> new Actor("somebody", role, null, null);
        };
    }

    static Sealed sealed(String field) {
        return new Sealed("test", AUTHORS_ACCOUNT.value(), field, "c2VhbGVk");
    }

    /** An account in good standing, or one that lacks something. */
    static AccountStanding account(
            boolean registered, boolean phoneConfirmed, String noticeVersion, boolean frozen, boolean cancelled) {
        return new AccountStanding(
                registered,
                sealed("CitizenRegistered.name"),
                sealed("CitizenRegistered.phone"),
                phoneConfirmed,
                noticeVersion,
                frozen,
                cancelled,
                null,
                (Instant) null,
                0,
                null);
    }

    static AccountStanding goodStanding() {
        return account(true, true, "2023-01", false, false);
    }

    /** Verified, as a test of {@link AccountStanding} has it. */
    static AccountStanding enterprise() {
        return new AccountStanding(
                true,
                sealed("EnterpriseRegistered.name"),
                sealed("EnterpriseRegistered.phone"),
                true,
                "2023-01",
                false,
                false,
                null,
                null,
                0,
                new EnterpriseStanding(
                        sealed("EnterpriseRegistered.creditCode"),
                        sealed("EnterpriseRegistered.contact"),
                        Industry.MANUFACTURING,
                        EnterpriseSize.SMALL,
                        "445281",
                        Moments.MONDAY,
                        Verification.VERIFIED,
                        null));
    }
}
