package org.probity.shapes.rule;

import org.probity.house.access.Role;

/**
 * A number that a room goes by.
 *
 * @param words the message that says what it is
 * @param decides who decides it
 */
public record RuleKey(String room, String code, String words, int least, int most, Role decides) {}
