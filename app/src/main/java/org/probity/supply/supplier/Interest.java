package org.probity.supply.supplier;

import java.util.UUID;

/**
 * What a room knows of one of us having an interest of their own in a supplier. Whoever has one decides nothing about it, in any room; to stop something
 * in a hurry stays everybody's. A bean of this type is asked.
 */
public interface Interest {
    boolean in(UUID supplier, UUID account);
}
