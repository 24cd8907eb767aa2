package org.probity.supply.screening;

import org.probity.screen.Hit;

/** Somebody on a list. @param code the list */
public record Found(String code, String listEn, String listZh, Hit hit) {}
