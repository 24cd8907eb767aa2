package org.probity.people.voice;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A photograph as a phone takes it: JPEG with the camera's name and the place where it was taken. */
final class Photo {
    /** Stands in the camera's name. */
    static final String CAMERA = "Canary-Phone-77";
    private static final int MAKE = 0x010f;

    private Photo() {}

    static byte[] withAPlace() {
        var picture = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, 320, 200);
        pen.setColor(Color.BLUE);
        pen.fillOval(40, 40, 120, 120);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var bare = out.toByteArray();
        var exif = exif();
        return ByteBuffer.allocate(bare.length + exif.length + 4).put(bare, 0, 2).putShort((short) 0xffe1).putShort((short) (exif.length + 2)).put(exif).put(bare, 2, bare.length - 2).array();
    }

    /** TIFF, big-endian: a directory with the maker and a pointer, and a directory of the place, 31° 52' 12" N. */
    private static byte[] exif() {
        var make = (CAMERA + "\0").getBytes(StandardCharsets.US_ASCII);
        var gps = 8 + 2 + 2 * 12 + 4 + make.length;
        var at = gps + 2 + 2 * 12 + 4;
        var tiff = ByteBuffer.allocate(at + 24);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) MAKE).putShort((short) 2).putInt(make.length).putInt(8 + 2 + 2 * 12 + 4);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(gps);
        tiff.putInt(0).put(make);
        tiff.putShort((short) 2);
        tiff.putShort((short) 1).putShort((short) 2).putInt(2).put("N\0\0\0".getBytes(StandardCharsets.US_ASCII));
        tiff.putShort((short) 2).putShort((short) 5).putInt(3).putInt(at);
        tiff.putInt(0).putInt(31).putInt(1).putInt(52).putInt(1).putInt(12).putInt(1);
        return ByteBuffer.allocate(6 + tiff.capacity()).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array()).array();
    }
}
