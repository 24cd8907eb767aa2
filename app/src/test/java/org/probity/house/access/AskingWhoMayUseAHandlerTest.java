package org.probity.house.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@WholeHouse
class AskingWhoMayUseAHandlerTest {
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers;

    @Test
    void everyHandlerSaysIt() {
        assertThat(handlers.getHandlerMethods()).isNotEmpty().allSatisfy((address, handler) -> {
            if (!ErrorController.class.isAssignableFrom(handler.getBeanType())) {
                assertThat(Gate.rule(handler)).as("%s %s says nothing about who may use it", address, handler).isPresent();
            }
        });
    }

    @Test
    void pagesBelowAppAreNeverOpenExceptTheDoorsThemselves() {
        handlers.getHandlerMethods().forEach((address, handler) -> {
            var open = Gate.rule(handler).stream().anyMatch(Gate.Rule.Anyone.class::isInstance);
            if (open) {
                assertThat(address.getPatternValues()).allSatisfy(path -> assertThat(!path.startsWith("/app") || path.startsWith("/app/sign-in")
                        || path.startsWith("/app/invitation") || path.equals("/app/mails") || path.startsWith("/app/reset") || path.startsWith("/app/set-up"))
                        .as("%s is open", path).isTrue());
            }
        });
    }
}
