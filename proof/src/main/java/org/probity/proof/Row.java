package org.probity.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One record that a figure looked at, counted or not.
 *
 * @param code a pseudonym made for this publication; never a name, never an internal id
 * @param excluded why the row is not counted; empty when it is
 * @param evidence what the row rests on
 * @param identifying who it is about; only its commitment leaves the house, the opening only to the assurer
 */
public record Row(String code, Optional<Reason> excluded, Facts facts, List<Evidence> evidence, Optional<Json> identifying) {

    public static Row included(String code, Facts facts, List<Evidence> evidence) {
        return new Row(code, Optional.empty(), facts, evidence, Optional.empty());
    }

    public static Row excluded(String code, Reason reason, List<Evidence> evidence) {
        return new Row(code, Optional.of(reason), Facts.none(), evidence, Optional.empty());
    }

    public Row identifying(Json content) {
        return new Row(code, excluded, facts, evidence, Optional.of(content));
    }

    /** @param rule short name of the rule, unique in its figure */
    public record Reason(String rule, Words words) {
        Json.Obj json() {
            return Json.object("en", words.en(), "rule", rule, "zh", words.zh());
        }

        static Reason from(Fields fields) {
            Reason reason = new Reason(fields.text("rule"), new Words(fields.text("en"), fields.text("zh")));
            fields.noOthers();
            return reason;
        }
    }

    /** How good a piece of evidence is, the best first. */
    public enum Source {
        /** An outside paper: a certificate, an invoice, a customs form. */
        PRIMARY("primary"),
        /** Recorded by a system when it happened. */
        SYSTEM("system"),
        /** Somebody says so. */
        DECLARATION("declaration"),
        ESTIMATE("estimate");

        final String word;

        Source(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static Source from(Fields fields) {
            String word = fields.text("source");
            for (Source source : values()) {
                if (source.word.equals(word)) {
                    return source;
                }
            }
            throw fields.wrong("source", "is no source known here");
        }
    }

    /**
     * @param kind what it is, such as {@code cmrt}
     * @param index of the entry of the log that committed to it
     * @param position of its leaf, when the entry is a batch; -1 otherwise
     */
    public record Evidence(String kind, Source source, long index, long position) {

        public Evidence(String kind, Source source, long index) {
            this(kind, source, index, -1);
        }

        private void write(StringBuilder out) {
            out.append("{\"index\":").append(index).append(",\"kind\":");
            JsonWriter.string(kind, out);
            if (position >= 0) {
                out.append(",\"position\":").append(position);
            }
            out.append(",\"source\":\"").append(source.word).append("\"}");
        }

        static Evidence from(Json json) {
            Fields fields = Fields.of(json, "evidence");
            Evidence evidence = new Evidence(fields.text("kind"), Source.from(fields), fields.whole("index"),
                    fields.has("position") ? fields.whole("position") : -1);
            fields.noOthers();
            return evidence;
        }
    }

    /** The part of a row that only some levels show. */
    record Detail(String code, List<Evidence> evidence, Optional<Hash> hidden) {

        /** In the form of RFC 8785, written by hand in the order of its keys: there are a hundred thousand of them, and a tree of each costs more than the rest. */
        void write(StringBuilder out) {
            out.append("{\"code\":");
            JsonWriter.string(code, out);
            out.append(",\"evidence\":[");
            for (int i = 0; i < evidence.size(); i++) {
                if (i > 0) {
                    out.append(',');
                }
                evidence.get(i).write(out);
            }
            out.append(']');
            hidden.ifPresent(hash -> out.append(",\"hidden\":\"").append(hash.hex()).append('"'));
            out.append('}');
        }

        static Detail from(Json json) {
            Fields fields = Fields.of(json, "detail");
            List<Evidence> evidence = new ArrayList<>();
            fields.list("evidence").forEach(item -> evidence.add(Evidence.from(item)));
            Detail detail = new Detail(fields.text("code"), evidence, fields.has("hidden") ? Optional.of(fields.hash("hidden")) : Optional.empty());
            fields.noOthers();
            return detail;
        }
    }

    /** The part that every level shows: what the fold needs, and a commitment to the rest. */
    record Shown(Optional<Reason> excluded, Facts facts, Hash detail) {

        /** In the form of RFC 8785, as {@link Detail#write}. */
        void write(StringBuilder out) {
            out.append('{');
            facts.writeDays(out);
            out.append("\"detail\":\"").append(detail.hex()).append("\",\"included\":").append(excluded.isEmpty());
            facts.writeInputs(out);
            excluded.ifPresent(reason -> JsonWriter.write(reason.json(), out.append(",\"reason\":")));
            out.append('}');
        }

        static Shown from(Json json) {
            Fields fields = Fields.of(json, "row");
            boolean included = fields.bool("included");
            Shown shown = new Shown(included ? Optional.empty() : Optional.of(Reason.from(fields.object("reason"))), Facts.from(fields),
                    fields.hash("detail"));
            fields.noOthers();
            return shown;
        }
    }

    /** A line of {@code rows.jsonl}. */
    record Line(Shown shown, Hash leaf, Optional<Commitment.Opening> detail) {

        static Line from(Json json) {
            Fields fields = Fields.of(json, "line");
            Json row = fields.any("row");
            Optional<Commitment.Opening> detail = fields.has("detail") ? Optional.of(opening(fields.object("detail"))) : Optional.empty();
            fields.noOthers();
            return new Line(Shown.from(row), Hash.leaf(row.canonical()), detail);
        }

        static Commitment.Opening opening(Fields fields) {
            Commitment.Opening opening = new Commitment.Opening(fields.text("salt"), fields.any("content"));
            fields.noOthers();
            return opening;
        }
    }
}
