package org.probity.people.voice;

import java.util.Set;
import org.probity.SubjectRoutes;

class VoiceRoutes implements SubjectRoutes {
    @Override
    public Set<String> ofNoSupplier() {
        return Set.of("/voice/{name:age|words|protocol|intake|desk|keys|again}.js", "/voice/offline-{lang:en|zh}.html");
    }

    @Override
    public Set<String> keptFromContacts() {
        return Set.of("/app/voice/messages/{sha}/aside", "/app/voice/cards/{id:[0-9a-f-]{36}}/answers", "/app/voice/cards/{id:[0-9a-f-]{36}}/notes",
                "/app/voice/cards/{id:[0-9a-f-]{36}}/recusal", "/app/voice/cards/{id:[0-9a-f-]{36}}/heard", "/app/voice/cards/{id:[0-9a-f-]{36}}/handing-on", "/app/voice/keys/{id:[0-9a-f-]{36}}/retirement", "/app/voice/rulings/{proposal:[0-9a-f-]{36}}",
                "/app/voice/recoveries/{id:[0-9a-f-]{36}}/shares", "/app/voice/recoveries/{id:[0-9a-f-]{36}}/restored", "/app/voice/passkeys/{id:[0-9a-f-]{36}}/removal");
    }
}
