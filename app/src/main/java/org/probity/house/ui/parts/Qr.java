package org.probity.house.ui.parts;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import gg.jte.Content;

/** An address as a square that a phone reads from paper, drawn as one SVG path. */
public final class Qr {
    private Qr() {}

    public static Content of(String address) {
        ByteMatrix squares = squares(address);
        var path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                int from = x;
                while (x < squares.getWidth() && squares.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from).append(' ').append(y).append('h').append(x - from).append("v1h").append(from - x).append('z');
                }
            }
        }
        // White around it is part of the code: readers need a quiet zone.
        String box = "-2 -2 " + (squares.getWidth() + 4) + " " + (squares.getHeight() + 4);
        return out -> out.writeContent("<svg class=\"qr\" viewBox=\"" + box + "\" aria-hidden=\"true\" shape-rendering=\"crispEdges\">"
                + "<rect class=\"quiet\" x=\"-2\" y=\"-2\" width=\"100%\" height=\"100%\"/><path d=\"" + path + "\"/></svg>");
    }

    private static ByteMatrix squares(String address) {
        try {
            return Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("an address of " + address.length() + " characters does not fit", tooLong);
        }
    }
}
