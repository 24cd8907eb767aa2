/**
 * Letters that leave the house by mail: written in the transaction that causes them, sent afterwards, tried again when the server is away.
 *
 * <p>Holds a recipient's address and the letter's text only to send it; the text is erased once it has left, because it may carry a link
 * that opens a door. In a demo home nothing leaves: the letters are shown on a page instead. It never sends to a server an administrator
 * has not named.
 */
@ApplicationModule
@NullMarked
package org.probity.house.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
