package org.probity.house.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.core.Ordered;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stands right behind the gate and turns back whoever only wanted to know whether it opens: all filters and the gate are asked, no handler. */
@TestConfiguration
public class BehindTheGate implements WebMvcConfigurer, HandlerInterceptor {
    /** The gate opened. A status that nothing in the house answers with. */
    public static final int OPENED = 299;
    private static final String TURN_BACK = "turn back behind the gate";

    public static RequestPostProcessor turnBack() {
        return request -> {
            request.setAttribute(TURN_BACK, true);
            return request;
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE + 1);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(TURN_BACK) == null) {
            return true;
        }
        response.setStatus(OPENED);
        return false;
    }
}
