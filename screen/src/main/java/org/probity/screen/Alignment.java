package org.probity.screen;

import java.util.List;

/**
 * Two names laid side by side.
 *
 * @param score thousandths: 1000 when nothing tells them apart
 * @param links the words of both, those that went together first
 */
public record Alignment(int score, List<Link> links) {

    public Alignment {
        links = List.copyOf(links);
    }
}
