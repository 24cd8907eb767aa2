package org.probity.house.ui.parts;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import gg.jte.Content;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** An address as a square that a phone reads from paper, drawn as one SVG path. */
public final class Qr {
    private static final int QUIET = 2;
    private static final int DOTS = 4;

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

    /** The same as a picture for a paper: an address of its own kind, with the picture in it. */
    public static String picture(String address) {
        var squares = squares(address);
        int side = (squares.getWidth() + 2 * QUIET) * DOTS;
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int column = x / DOTS - QUIET;
                int row = y / DOTS - QUIET;
                boolean black = column >= 0 && row >= 0 && column < squares.getWidth() && row < squares.getHeight() && squares.get(column, row) == 1;
                picture.setRGB(x, y, black ? 0 : 0xffffff);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static ByteMatrix squares(String address) {
        try {
            return Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("an address of " + address.length() + " characters does not fit", tooLong);
        }
    }
}
