package org.probity.house.ui;

import java.util.Optional;

/** A language the screens speak. */
public enum Lang {
    EN("en", "English"),
    ZH("zh-CN", "中文");

    private final String tag;
    private final String name;

    Lang(String tag, String name) {
        this.tag = tag;
        this.name = name;
    }

    /** For {@code lang} attributes. */
    public String tag() {
        return tag;
    }

    /** The language's name in that language. */
    public String nativeName() {
        return name;
    }

    /** The ending of its message bundles. */
    public String code() {
        return tag.substring(0, 2);
    }

    public Lang other() {
        return switch (this) {
            case EN -> ZH;
            case ZH -> EN;
        };
    }

    /** Understands {@code zh}, {@code zh-Hans-CN}, {@code en-GB}; the rest we do not speak. */
    public static Optional<Lang> of(String tag) {
        for (Lang lang : values()) {
            if (tag.equalsIgnoreCase(lang.code()) || tag.regionMatches(true, 0, lang.code() + "-", 0, 3)) {
                return Optional.of(lang);
            }
        }
        return Optional.empty();
    }
}
