package org.probity.people.home;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.evidence.LettingGo;
import org.probity.shapes.evidence.Picture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Photos of rooms and faults, without what a camera writes beside the picture. */
@Component("homePhotos")
class Photos {
    static final int MOST = 8;
    private static final int BYTES_MOST = 12 << 20;

    private final JdbcClient db;
    private final Evidence evidence;
    private final LettingGo lettingGo;
    private final Clock clock;

    Photos(JdbcClient db, Evidence evidence, LettingGo lettingGo, Clock clock) {
        this.db = db;
        this.evidence = evidence;
        this.lettingGo = lettingGo;
        this.clock = clock;
    }

    /** What may be kept of what was sent. Refusals: {@code home.photos-many}; {@code home.photo-large}; {@code home.photo-none} it is no picture, or not whole; {@code home.photos-day}. */
    Answer<List<Picture>> read(List<byte[]> files, Me by) {
        var sent = files.stream().filter(it -> it.length > 0).toList();
        if (sent.size() > MOST) {
            return Answer.refused("photos", "home.photos-many", MOST);
        }
        if (sent.stream().anyMatch(it -> it.length > BYTES_MOST)) {
            return Answer.refused("photos", "home.photo-large", BYTES_MOST >> 20);
        }
        var pictures = sent.stream().map(Picture::of).toList();
        if (pictures.stream().anyMatch(Optional::isEmpty)) {
            return Answer.refused("photos", "home.photo-none");
        }
        return !pictures.isEmpty() && lettingGo.full(by.account()) ? Answer.refused("photos", "home.photos-day") : Answer.done(pictures.stream().map(Optional::orElseThrow).toList());
    }

    List<String> keep(List<Picture> pictures, @Nullable UUID walk, @Nullable UUID fault, Me by) {
        return pictures.stream().map(it -> {
            var item = evidence.keep("photo" + it.ending(), it.mediaType(), it.bytes(), by.account());
            db.sql("INSERT INTO home.photo (id, walk, fault, evidence, kept_at) VALUES (gen_random_uuid(), :walk, :fault, :item, :at)").param("walk", walk).param("fault", fault).param("item", item.id())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
            return item.sha256();
        }).toList();
    }

    List<UUID> of(UUID thing) {
        return db.sql("SELECT id FROM home.photo WHERE walk = :thing OR fault = :thing ORDER BY kept_at, id").param("thing", thing).query(UUID.class).list();
    }

    /** @param stay whose room it shows */
    record Photo(UUID evidence, UUID stay) {}

    Optional<Photo> find(UUID id) {
        return db.sql("""
                SELECT photo.evidence, coalesce(walk.stay, fault.stay) AS stay
                  FROM home.photo
                  LEFT JOIN home.walk ON walk.id = photo.walk
                  LEFT JOIN home.fault ON fault.id = photo.fault
                 WHERE photo.id = :id
                """).param("id", id).query(Photo.class).optional();
    }

    Evidence.Item item(Photo it) {
        return evidence.find(it.evidence()).orElseThrow();
    }

    byte[] bytes(Photo it) {
        return evidence.bytes(item(it));
    }
}
