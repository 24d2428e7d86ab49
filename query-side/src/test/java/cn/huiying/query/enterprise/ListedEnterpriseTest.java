package cn.huiying.query.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.account.AccountCancelled;
import cn.huiying.shared.account.AccountEvent;
import cn.huiying.shared.account.AccountFrozen;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.account.AccountUnfrozen;
import cn.huiying.shared.account.CitizenRegistered;
import cn.huiying.shared.account.EnterpriseProfileChanged;
import cn.huiying.shared.account.EnterpriseRegistered;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.EnterpriseVerificationRefused;
import cn.huiying.shared.account.EnterpriseVerified;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.account.PhoneConfirmed;
import cn.huiying.shared.account.Verification;
import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListedEnterpriseTest {

    private static final AccountId ID = new AccountId("ACC-factory");
    private static final Instant AT = Instant.parse("2026-11-30T01:00:00Z");
    private static final Instant LATER = AT.plusSeconds(3_600);
    private static final Sealed SEALED = new Sealed("test", "ACC-factory", "EnterpriseRegistered.name", "AAAA");

    private static final List<AccountEvent> LIFE = List.of(
            registered("digest", AT),
            new EnterpriseVerificationRefused(ID, "名称与代码不符", AT),
            registered("another", LATER),
            new PhoneConfirmed(ID, LATER),
            new EnterpriseVerified(ID, LATER),
            new EnterpriseProfileChanged(ID, Industry.TRADE, EnterpriseSize.LARGE, "445200", LATER),
            new AccountFrozen(ID, "刷屏", LATER),
            new AccountUnfrozen(ID, "申诉成立", LATER),
            new AccountCancelled(ID, "不再使用", LATER));

    private static EnterpriseRegistered registered(String digest, Instant at) {
        return new EnterpriseRegistered(
                ID, SEALED, SEALED, digest, SEALED, SEALED, Industry.MANUFACTURING, EnterpriseSize.SMALL, "445281", at);
    }

    private static List<ListedEnterprise> course() {
        List<ListedEnterprise> course = new ArrayList<>();
        ListedEnterprise enterprise = null;
        for (int version = 0; version < LIFE.size(); version++) {
            enterprise = ListedEnterprise.evolve(enterprise, new Recorded<>(LIFE.get(version), version, 100 + version));
            course.add(enterprise);
        }
        return course;
    }

    @Test
    void each_event_tells_what_an_officer_finds_and_has_found() {
        List<ListedEnterprise> course = course();
        assertThat(course.stream().map(ListedEnterprise::verification).limit(5))
                .containsExactly(
                        Verification.PENDING,
                        Verification.REFUSED,
                        Verification.PENDING,
                        Verification.PENDING,
                        Verification.VERIFIED);
        assertThat(course.get(1).refusal()).isEqualTo("名称与代码不符");
        assertThat(course.get(2).refusal()).isNull();
        assertThat(course.get(2).creditCodeDigest()).isEqualTo("another");
        assertThat(course.get(2).registeredAt()).isEqualTo(LATER);
        assertThat(course.get(5).industry()).isEqualTo(Industry.TRADE);
        assertThat(course.get(5).size()).isEqualTo(EnterpriseSize.LARGE);
        assertThat(course.get(5).district()).isEqualTo("445200");
        assertThat(course.get(6).frozen()).isTrue();
        assertThat(course.get(7).frozen()).isFalse();
        assertThat(course.get(8).cancelled()).isTrue();
    }

    @Test
    void a_citizens_account_is_not_on_the_list() {
        assertThat(ListedEnterprise.evolve(null, new Recorded<>(new CitizenRegistered(ID, SEALED, SEALED, AT), 0, 1)))
                .isNull();
        assertThat(ListedEnterprise.evolve(null, new Recorded<>(new AccountFrozen(ID, "刷屏", AT), 1, 2)))
                .isNull();
    }

    @Test
    void an_event_delivered_twice_changes_nothing() {
        ListedEnterprise last = course().getLast();
        for (int version = 0; version < LIFE.size(); version++) {
            assertThat(ListedEnterprise.evolve(last, new Recorded<>(LIFE.get(version), version, 100 + version)))
                    .isSameAs(last);
        }
    }
}
