package org.probity.house.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a handler the person at the screen: {@code Me}, {@code Visit}, or on an open page {@code Optional<Me>}. */
class MeArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = ResolvableType.forMethodParameter(parameter);
        return type.resolve() == Me.class
                || type.resolve() == Visit.class
                || type.resolve() == Optional.class && type.getGeneric(0).resolve() == Me.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType() == Optional.class) {
            return Visits.current().map(Visit::me);
        }
        var visit = Visits.current().orElseThrow(() ->
                new IllegalStateException("an @Open handler asks for Optional<Me>: " + parameter.getExecutable()));
        return parameter.getParameterType() == Visit.class ? visit : visit.me();
    }
}
