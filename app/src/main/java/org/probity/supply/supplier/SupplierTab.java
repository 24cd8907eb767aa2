package org.probity.supply.supplier;

import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Role;
import org.probity.house.ui.Page;

/** What another room shows on a supplier's page. A bean of this type is a tab. */
public interface SupplierTab {
    /** Part of the address, such as {@code minerals}. */
    String path();

    /** Message key of its title. */
    String title();

    /** Who sees it. */
    Set<Role> roles();

    /** Tabs stand in this order. */
    int order();

    /** A page whose template writes no frame, only what stands below the tabs. */
    Page show(UUID supplier);
}
