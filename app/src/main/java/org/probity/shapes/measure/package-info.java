/**
 * What somebody promised to do about something that people said: who of us owes it, by which day, that it was done and that another has seen it, and what came
 * of it in words that readers get. A measure ends when another than its owner says so, or when it is dropped for a reason; the day that was promised is never
 * moved, so that whoever asks what was done in time gets the truth. Every step is a row with who and when, and enters the log.
 *
 * <p>It knows no room: a subject is a kind and an id, and the room it belongs to says by a {@code MeasureKind} bean what it is called, who sees it and who may
 * promise and confirm. Rooms include {@code MeasuresPiece} on pages of their own.
 *
 * <p>Personal data: which measures somebody owns and what they said about them, kept so that those who were promised something know whom to ask; the person
 * sees it under their own data. When who somebody was is forgotten the id of their account leads to nobody. It rates nobody by their measures.
 */
@ApplicationModule
@NullMarked
package org.probity.shapes.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
