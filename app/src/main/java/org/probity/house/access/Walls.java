package org.probity.house.access;

import java.util.List;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Three parts of one house. Below {@code /app} there are sessions, cookies and tokens in forms; below {@code /api} programs show a key at
 * each request; everywhere else there is none of them, so that nobody who reads a report or checks the log is recognised. Who may do what
 * is decided behind all three, at the {@link Gate}.
 */
@Configuration
@EnableWebSecurity
class Walls implements WebMvcConfigurer {
    /** Everything a page uses is ours and lies in a file: no inline script or style, no other host, no frame around us. */
    static final String CONTENT = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    static final String PERMISSIONS = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), "
            + "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    private final Visits visits;
    private final Tokens tokens;

    Walls(Visits visits, Tokens tokens) {
        this.visits = visits;
        this.tokens = tokens;
    }

    /** No cookie opens this part, so no form of another site can reach it, and no token in forms is needed. */
    @Bean
    @Order(0)
    SecurityFilterChain programsPart(HttpSecurity http) throws Exception {
        return walled(http)
                .securityMatcher("/api/**")
                .securityContext(context -> context.securityContextRepository(tokens))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain signedInPart(HttpSecurity http) throws Exception {
        return walled(http)
                .securityMatcher("/app", "/app/**")
                .securityContext(context -> context.securityContextRepository(visits))
                .csrf(csrf -> csrf.csrfTokenRepository(new FormToken()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain publicPart(HttpSecurity http) throws Exception {
        return walled(http)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .build();
    }

    private static HttpSecurity walled(HttpSecurity http) throws Exception {
        return http
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new SameSite(), AuthorizationFilter.class)
                .headers(headers -> headers
                        .contentSecurityPolicy(content -> content.policyDirectives(CONTENT))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS)))
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }

    /** A measurement of every filter at the door costs more than the door; requests are measured as a whole (house/health). */
    @Bean
    SecurityObservationSettings filtersUnmeasured() {
        return SecurityObservationSettings.noObservations();
    }

    /** Nobody signs in through a filter; {@link SignIns} has the ways in. Its presence keeps Spring Boot from making up a user. */
    @Bean
    AuthenticationManager nobody() {
        return attempt -> {
            throw new IllegalStateException("sign-in goes through SignIns");
        };
    }

    /** HttpOnly is the default; Secure follows the request's scheme. */
    @Bean
    DefaultCookieSerializerCustomizer cookie() {
        return cookie -> {
            cookie.setCookieName("probity");
            cookie.setCookiePath("/app");
            cookie.setSameSite("Lax");
            cookie.setUseHttpOnlyCookie(true);
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new Gate(visits)).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new MeArgument());
    }
}
