package org.probity.trace;

/** So much of an item. @param item its number, which the caller gave it @param mass whole units of the book's material; nought where an item holds none of it */
public record Part(int item, long mass) {}
