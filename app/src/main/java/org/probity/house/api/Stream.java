package org.probity.house.api;

/** An address whose body is read piece by piece and never held, so that it may be of any length. */
public record Stream(String path) {}
