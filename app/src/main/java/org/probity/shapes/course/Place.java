package org.probity.shapes.course;

/**
 * Where a course is taken, in its room's words.
 *
 * @param path of the course; its pages, quiz, result and certificate lie below
 * @param home where one's courses are
 */
public record Place(String path, String name, String homeName, String home) {}
