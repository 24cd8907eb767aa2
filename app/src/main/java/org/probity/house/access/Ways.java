package org.probity.house.access;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Which pages stand open to somebody, so that no page shows a link at whose end the {@link Gate} says no. Rights are the gate's alone. */
@Component
public class Ways {
    private record Way(PathPattern path, Gate.Rule rule) {}

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private volatile @Nullable List<Way> ways;

    Ways(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    /** @param href an address within the house; what no handler answers (a style, a stranger's page) is open */
    public boolean open(String href, Optional<Me> me) {
        var path = PathContainer.parsePath(href.replaceFirst("[?#].*", ""));
        return all().stream().filter(way -> way.path.matches(path)).findFirst().map(way -> switch (way.rule) {
            case Gate.Rule.Anyone() -> true;
            case Gate.Rule.SomeoneSignedIn() -> me.isPresent();
            case Gate.Rule.Roles(var roles) -> me.isPresent() && me.get().roles().stream().anyMatch(roles::contains);
        }).orElse(true);
    }

    /** Read from the handlers when first asked: they do not change while the house stands. */
    private List<Way> all() {
        var known = ways;
        if (known == null) {
            known = handlers.stream().flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                    .filter(it -> it.getKey().getPathPatternsCondition() != null)
                    .filter(it -> it.getKey().getMethodsCondition().isEmpty() || it.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                    .flatMap(it -> Gate.rule(it.getValue()).stream()
                            .flatMap(rule -> it.getKey().getPathPatternsCondition().getPatterns().stream().map(path -> new Way(path, rule))))
                    .sorted(Comparator.comparing(Way::path))
                    .toList();
            ways = known;
        }
        return known;
    }
}
