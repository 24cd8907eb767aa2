package org.probity.formats.ipc1752;

import static org.probity.formats.wire.Message.text;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.formats.wire.Message;

/// How elements travel from the process that meets the file to the one that understands them. What does not fit is a damaged file.
final class Wire {

    private static final Message<Reading.Reason, Reading.Measure> MESSAGE = new Message<>(Reading.Reason.values(), Reading.Measure.values());

    private Wire() {
    }

    static byte[] encode(Reading.Unreadable unreadable) {
        return MESSAGE.unreadable(unreadable.reason(), unreadable.args());
    }

    static byte[] encode(List<Element> met) {
        return MESSAGE.content(out -> {
            out.writeInt(met.size());
            for (Element element : met) {
                text(out, element.name());
                out.writeShort(element.depth());
                out.writeInt(element.line());
                out.writeShort(element.attributes().size());
                for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
                    text(out, attribute.getKey());
                    text(out, attribute.getValue());
                }
            }
        });
    }

    static Reading decode(byte[] bytes) {
        try {
            return MESSAGE.read(bytes, in -> Interpreter.read(elements(in)), Reading.Unreadable::new);
        } catch (IOException | RuntimeException broken) {
            return new Reading.Unreadable(Reading.Reason.DAMAGED, 0);
        }
    }

    private static List<Element> elements(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available()) {
            throw new IOException("more elements than bytes");
        }
        List<Element> met = new ArrayList<>(count);
        int before = -1;
        for (int i = 0; i < count; i++) {
            String name = text(in);
            int depth = in.readUnsignedShort();
            // Only the first is outermost, and nobody is deeper than a child of the one before.
            if (depth > before + 1 || depth == 0 && i > 0 || depth > 1_000) {
                throw new IOException("no tree");
            }
            before = depth;
            int line = in.readInt();
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                attributes.put(text(in), text(in));
            }
            met.add(new Element(name, depth, line, attributes));
        }
        return met;
    }
}
