package cn.huiying.app.web;

import cn.huiying.query.common.PastMoments;
import cn.huiying.query.common.PositionInterceptor;
import cn.huiying.query.common.ReadPositions;
import cn.huiying.query.live.TokenEnd;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.random.RandomGenerator;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** What all doors share: who the caller is, positions, and how values look in JSON. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebConfiguration implements WebMvcConfigurer {

    private final ReadPositions positions;
    private final ObjectProvider<PastMoments> past;
    private final VisitCounter visits = new VisitCounter();

    WebConfiguration(ReadPositions positions, ObjectProvider<PastMoments> past) {
        this.positions = positions;
        this.past = past;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PositionInterceptor(positions));
        registry.addInterceptor(visits);
    }

    @Bean
    @ConditionalOnProperty(name = "huiying.offline", havingValue = "false", matchIfMissing = true)
    TellingVisits tellingVisits(CommandGateway commands, InstantSource clock, RandomGenerator chance) {
        return new TellingVisits(visits, commands, clock, chance);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Actor.class;
            }

            @Override
            public Actor resolveArgument(
                    MethodParameter parameter,
                    ModelAndViewContainer container,
                    NativeWebRequest request,
                    WebDataBinderFactory binders) {
                return Callers.current();
            }
        });
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == TokenEnd.class;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    ModelAndViewContainer container,
                    NativeWebRequest request,
                    WebDataBinderFactory binders) {
                return Callers.tokenEnd();
            }
        });
        resolvers.add(new LookingBack(past));
    }

    /**
     * What has no version of its own has a digest of the answer as its entity tag: the lights of a queue change with time
     * alone. Weak, since the server compresses no answer with a strong one.
     */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> entityTagsByDigest() {
        ShallowEtagHeaderFilter digest = new ShallowEtagHeaderFilter();
        digest.setWriteWeakETag(true);
        FilterRegistrationBean<ShallowEtagHeaderFilter> filter = new FilterRegistrationBean<>(digest);
        filter.addUrlPatterns(
                "/api/public/agencies",
                "/api/public/suggestion-topics/*",
                "/api/public/measures/*",
                "/api/suggestions/topics/*",
                "/api/suggestions/measures/*",
                "/open311/*",
                "/api/intake",
                "/api/supervision/board",
                "/api/agencies/*",
                "/api/calendar/*",
                "/api/deadline-policies/*");
        return filter;
    }

    /** Times in the answers have Jieyang's offset; bodies are read strictly. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        SimpleModule times = new SimpleModule("times").addSerializer(Instant.class, new InJieyang());
        return builder -> builder.addModule(times)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    private static final class InJieyang extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant moment, JsonGenerator json, SerializationContext context) {
            json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(WorkCalendar.ZONE)));
        }
    }
}
