package org.probity.house.privacy;

import java.util.List;
import org.probity.house.access.Account;

/** Knows by which rules fields of other rooms are kept, for a person in the place where they work. The room in which counsel says so makes a bean. */
public interface LegalBases {
    /** @param room as its message keys begin, such as {@code learning} */
    List<PersonalData.Basis> of(String room, Account person);
}
