package org.probity.house.settings;

/**
 * How long a room keeps something before it forgets it whole. A bean of this type is a field among the settings; the trail names it by the
 * message {@code signin.setting.} and its name.
 *
 * @param name of the setting, such as {@code clearance.days-kept}; the messages {@code name + ".title"} and {@code name + ".text"} say what is kept
 * @param usually as long as nobody chose
 */
public record DaysKept(String name, int least, int most, int usually) {
    public DaysKept {
        if (least < 1 || most < least || usually < least || usually > most) {
            throw new IllegalArgumentException(name + ": " + least + " " + usually + " " + most);
        }
    }
}
