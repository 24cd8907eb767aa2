package org.probity.house.ui;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * PostgreSQL keeps no zero byte in a text, and nobody types one. What a form, an address or a field of an upload brings with one is refused before any room reads it, so that no room has
 * to think of it and nothing is half done when the database says no. What comes in JSON or in a file meets the database's own refusal, see {@link TroubleWeb}.
 */
@Component
class ZeroBytes implements WebMvcConfigurer, HandlerInterceptor {
    /** Behind the gate, so that nobody learns from it what they may not see. */
    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // The page that says so is asked for with the same words.
        if (request.getDispatcherType() == DispatcherType.REQUEST && handler instanceof HandlerMethod method && !readsItsBody(method)
                && request.getParameterMap().entrySet().stream().flatMap(it -> Stream.concat(Stream.of(it.getKey()), Arrays.stream(it.getValue()))).anyMatch(it -> it != null && it.indexOf('\0') >= 0)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return true;
    }

    /** Whoever takes a body byte by byte, with nothing but who asks and what the address names, would find nothing in it after a look at its parameters, if a client calls it a form. */
    private static boolean readsItsBody(HandlerMethod method) {
        var parameters = Arrays.asList(method.getMethodParameters());
        return parameters.stream().anyMatch(it -> it.getParameterType() == HttpServletRequest.class)
                && parameters.stream().allMatch(it -> it.getParameterType() == HttpServletRequest.class || it.getParameterType() == Me.class || it.hasParameterAnnotation(PathVariable.class));
    }
}
