package org.probity.proof;

/** A text in the two languages of a report. */
public record Words(String en, String zh) {

    public Json.Obj json() {
        return Json.object("en", en, "zh", zh);
    }

    static Words from(Fields fields) {
        Words words = new Words(fields.text("en"), fields.text("zh"));
        fields.noOthers();
        return words;
    }
}
