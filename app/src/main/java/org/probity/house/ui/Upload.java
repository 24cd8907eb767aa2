package org.probity.house.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A file that came with a form, or the lack of one. @param name as its sender calls it; {@code file} where they call it nothing @param bytes none: no file came */
public record Upload(String name, byte[] bytes) {
    public static Upload of(@Nullable MultipartFile file) {
        var name = file == null ? null : file.getOriginalFilename();
        try {
            return new Upload(name == null || name.isBlank() ? "file" : name, file == null ? new byte[0] : file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
