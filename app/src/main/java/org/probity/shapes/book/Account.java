package org.probity.shapes.book;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where something lies.
 *
 * @param kind what the room calls it, such as {@code annual-2026}
 * @param owner whose it is; null: the book's own
 * @param least what its balance never falls below; null: it issues, and may owe
 */
public record Account(UUID id, String book, String commodity, String kind, @Nullable UUID owner, @Nullable Long least) {}
