package org.probity.supply.esg;

import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.supply.supplier.Supplier;

/** A supplier's own risk as we see it, with every point, so that it can object to a wrong one. */
public record PortalRiskPage(Supplier supplier, Optional<RiskPiece> risk) implements Page {}
