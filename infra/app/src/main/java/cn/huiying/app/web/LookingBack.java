package cn.huiying.app.web;

import cn.huiying.query.common.AsOf;
import cn.huiying.query.common.PastMoments;
import cn.huiying.query.common.ReadsFrom;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a door the moment of the past that it is asked about, and says in {@code Petition-Position} what that is. */
final class LookingBack implements HandlerMethodArgumentResolver {

    private final ObjectProvider<PastMoments> past;

    LookingBack(ObjectProvider<PastMoments> past) {
        this.past = past;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == AsOf.class;
    }

    /** Null for the present. */
    @Override
    public AsOf resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders)
            throws InterruptedException {
        String[] asked = request.getParameterValues(AsOf.PARAMETER);
        if (asked == null) {
            return null;
        }
        // Public doors, too: what was taken down would be seen again.
        PastMoments.check(Callers.known().map(caller -> caller.role()).orElse(null));
        AsOf asOf = past.getObject()
                .find(asked, parameter.getMethodAnnotation(ReadsFrom.class).past());
        request.getNativeResponse(HttpServletResponse.class).setHeader("Petition-Position", "" + asOf.position());
        return asOf;
    }
}
