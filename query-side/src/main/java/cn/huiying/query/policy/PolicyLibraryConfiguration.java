package cn.huiying.query.policy;

import cn.huiying.query.common.LuceneCommits;
import cn.huiying.query.common.LuceneReadModel;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The policy library and its index. */
@Configuration(proxyBeanMethods = false)
public class PolicyLibraryConfiguration {

    @Bean
    LucenePolicyIndex policyIndex(PolicyLibrarySettings settings) {
        return new LucenePolicyIndex(settings.folder());
    }

    @Bean
    LuceneReadModel<LibraryPolicy> policiesReadModel(LucenePolicyIndex index) {
        return new LuceneReadModel<>(
                PoliciesProjection.NAME,
                index.documents(),
                documents -> new PoliciesProjection(new LucenePolicyIndex(documents)));
    }

    @Bean
    LuceneCommits policyIndexCommits(LucenePolicyIndex index) {
        return new LuceneCommits(index.documents(), Duration.ofSeconds(5));
    }

    @Bean
    PoliciesProjection policiesProjection(PolicyIndex index) {
        return new PoliciesProjection(index);
    }
}
