package org.probity.house.directory;

import java.util.List;

/**
 * What is kept about a person. Each has a sentence in both languages that says what for, shown wherever the field is: a field for which
 * none can be written does not belong here. No birthday, identity number, sex, pay or opinion; a room that needs one keeps it itself,
 * with its own purpose.
 */
enum PersonalField {
    NUMBER, NAME, EMAIL, ENGAGEMENT, UNIT, TITLE, DAYS, ACCOUNT, DEPUTY;

    static List<PersonalField> all() {
        return List.of(values());
    }
}
