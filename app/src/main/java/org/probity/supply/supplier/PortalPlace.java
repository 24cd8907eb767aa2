package org.probity.supply.supplier;

/** A page of a room that a supplier's contact may look at without owing anything there. A bean of this type is a line below what is owed. */
public record PortalPlace(String title, String href) {}
