package cn.huiying.app.wiring;

import cn.huiying.command.account.AccountSettings;
import cn.huiying.command.common.ListedValues;
import cn.huiying.command.common.TextLimits;
import cn.huiying.command.petition.ProcedureSettings;
import cn.huiying.command.petition.door.Open311Keys;
import cn.huiying.command.petition.due.DueConfiguration;
import cn.huiying.query.board.BoardConfiguration;
import cn.huiying.query.listing.ListingSettings;
import cn.huiying.query.live.LiveSettings;
import cn.huiying.query.open311.Open311Settings;
import cn.huiying.query.policy.PolicyLibrarySettings;
import cn.huiying.query.statistics.StatisticsSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands each boundary its settings, and time and chance. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlatformProperties.class)
class SettingsConfiguration {

    @Bean
    SteadyClock clock() {
        return new SteadyClock(Clock.systemUTC(), System::nanoTime);
    }

    @Bean
    RandomGenerator chance() {
        return new SecureRandom();
    }

    @Bean
    ProcedureSettings procedureSettings(PlatformProperties properties) {
        PlatformProperties.Procedure p = properties.procedure();
        return new ProcedureSettings(
                properties.domains(),
                p.correctionPauseWorkdays(),
                p.bureauCheckPercent(),
                p.solvedWeight(),
                p.mannerWeight(),
                p.speedWeight());
    }

    @Bean
    DueConfiguration.DueListFile dueListFile(PlatformProperties properties) {
        return new DueConfiguration.DueListFile(properties.data().resolve("due-list.sqlite"));
    }

    @Bean
    TextLimits textLimits(PlatformProperties properties) {
        return new TextLimits(properties.textLimits().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey(),
                        entry -> new TextLimits.Range(
                                entry.getValue().min(), entry.getValue().max()))));
    }

    @Bean
    ListedValues listedValues(PlatformProperties properties) {
        return new ListedValues(properties.domains(), properties.districts().keySet(), properties.policyTopics());
    }

    @Bean
    AccountSettings accountSettings(PlatformProperties properties) {
        return new AccountSettings(properties.noticeVersion());
    }

    @Bean
    ListingSettings listingSettings(PlatformProperties properties) {
        return new ListingSettings(
                properties.data().resolve("listing"),
                properties.data().resolve("listing-history"),
                properties.domains(),
                properties.districts());
    }

    @Bean
    PolicyLibrarySettings policyLibrarySettings(PlatformProperties properties) {
        return new PolicyLibrarySettings(
                properties.data().resolve("policies"),
                properties.policyTopics(),
                properties.districts().keySet());
    }

    @Bean
    StatisticsSettings statisticsSettings(PlatformProperties properties) {
        return new StatisticsSettings(
                properties.data().resolve("statistics"),
                properties.data().resolve("statistics-history"),
                properties.districts());
    }

    @Bean
    BoardConfiguration.BoardFilePath boardFilePath(PlatformProperties properties) {
        return new BoardConfiguration.BoardFilePath(properties.data().resolve("board.json"));
    }

    @Bean
    Open311Keys open311Keys(PlatformProperties properties) {
        return new Open311Keys(
                properties.open311().jurisdiction(), properties.open311().keys());
    }

    @Bean
    Open311Settings open311Settings(PlatformProperties properties) {
        return new Open311Settings(
                properties.open311().jurisdiction(),
                properties.open311().contact(),
                properties.domains(),
                properties.districts());
    }

    @Bean
    LiveSettings liveSettings(PlatformProperties properties) {
        return properties.live();
    }
}
