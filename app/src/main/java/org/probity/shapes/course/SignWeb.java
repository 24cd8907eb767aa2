package org.probity.shapes.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.NotThere;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Signs of life from a page that is read. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE, Role.SUPPLIER})
class SignWeb {
    private final Takings takings;

    SignWeb(Takings takings) {
        this.takings = takings;
    }

    @PostMapping("/app/course/{taking:[0-9a-f-]{36}}/sign")
    ResponseEntity<Void> sign(@PathVariable UUID taking, Me me) {
        if (!takings.sign(taking, me)) {
            throw new NotThere("taking " + taking);
        }
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/app/course/sign.js")
    ResponseEntity<byte[]> script() {
        try (var in = SignWeb.class.getResourceAsStream("sign.js")) {
            if (in == null) {
                throw new IllegalStateException("no script sign.js");
            }
            return ResponseEntity.ok().contentType(new MediaType(MediaType.parseMediaType("text/javascript"), StandardCharsets.UTF_8))
                    .cacheControl(CacheControl.noCache().cachePrivate()).body(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
