/**
 * Reports in confidence. What somebody writes is sealed in their browser, by docs/voice-protocol.md, for handlers whom it is not about; the house keeps it without being able to read
 * it, without an address and without an hour, and shows in the log that it was received. They come back with twelve words, read the answer and write on, and have no account. The only
 * thing that can be read here is the card of a case: channel, category, site, days, outcome.
 *
 * <p>It must never: see a text, a receipt or a private key; ask whom a report is about; set or read a cookie at {@code /voice}; write an address, a browser's name or a time of day
 * about it anywhere; count messages in a measurement; enter or take out a key by one person.
 *
 * <p>Personal data: a handler's name, function and public key, which everybody may see, because whoever writes chooses who reads; the wrapped private key; which handler opened,
 * answered and closed a case and when. Of those who write: nothing that the house can read.
 */
@ApplicationModule
@NullMarked
package org.probity.people.voice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
