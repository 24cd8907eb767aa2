package org.probity.formats.cmrt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/// Takes the form's cells out of a workbook in the binary format of Excel 97, in which versions up to 3.x were sent.
final class XlsReader {

    private XlsReader() {
    }

    static boolean looksLike(byte[] bytes) {
        return bytes.length >= 8 && bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF && bytes[2] == 0x11 && bytes[3] == (byte) 0xE0;
    }

    static Extract read(byte[] file, Limits limits) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            DirectoryNode root = container.getRoot();
            // A workbook of today locked with a password travels inside such a container.
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return XlsxReader.read(unlocked(root, limits), limits);
            }
            if (!root.hasEntryCaseInsensitive("Workbook") && !root.hasEntryCaseInsensitive("Book")) {
                throw new Refused(Reading.Reason.NOT_A_WORKBOOK);
            }
            if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
                throw new Refused(Reading.Reason.ACTIVE_CONTENT);
            }
            try (HSSFWorkbook book = new HSSFWorkbook(root, false)) {
                return extract(book, limits);
            }
        } catch (EncryptedDocumentException locked) {
            throw new Refused(Reading.Reason.ENCRYPTED);
        } catch (OldExcelFormatException old) {
            throw new Refused(Reading.Reason.NOT_A_CMRT);
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | GeneralSecurityException | RuntimeException | StackOverflowError broken) {
            // The binary parser answers damage with many kinds of exceptions; for the sender they are all one.
            throw new Refused(Reading.Reason.DAMAGED);
        }
    }

    /// A workbook whose structure is protected is locked with a password every spreadsheet program tries by itself; nobody notices. Only that
    /// one is tried here.
    private static byte[] unlocked(DirectoryNode root, Limits limits) throws IOException, GeneralSecurityException {
        Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(root));
        if (!decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
            throw new Refused(Reading.Reason.ENCRYPTED);
        }
        try (InputStream in = decryptor.getDataStream(root)) {
            byte[] file = in.readNBytes(limits.fileBytes() + 1);
            if (file.length > limits.fileBytes()) {
                throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.FILE, limits.fileBytes());
            }
            return file;
        }
    }

    private static Extract extract(HSSFWorkbook book, Limits limits) throws Refused {
        List<String> names = new ArrayList<>();
        Map<String, Map<String, Cell>> cells = new LinkedHashMap<>();
        int count = 0;
        for (Sheet sheet : book) {
            names.add(sheet.getSheetName());
            Optional<String> canonical = Extract.canonical(sheet.getSheetName()).filter(c -> !c.equals(Extract.LOOKUP));
            if (canonical.isEmpty() || cells.containsKey(canonical.get())) {
                continue;
            }
            Map<String, Cell> found = new LinkedHashMap<>();
            cells.put(canonical.get(), found);
            for (Row row : sheet) {
                for (org.apache.poi.ss.usermodel.Cell cell : row) {
                    if (Extract.wants(canonical.get(), row.getRowNum() + 1, cell.getColumnIndex() + 1)) {
                        CellRef at = CellRef.of(canonical.get(), Columns.letters(cell.getColumnIndex() + 1), row.getRowNum() + 1);
                        Cell taken = take(cell, at, limits);
                        if (taken.kind() != Cell.Kind.EMPTY && !(taken.kind() == Cell.Kind.TEXT && taken.raw().isEmpty())) {
                            found.put(at.address(), taken);
                            if (++count > limits.cells()) {
                                throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.CELLS, limits.cells());
                            }
                        }
                    }
                }
            }
        }
        return new Extract(names, book.getInternalWorkbook().isUsing1904DateWindowing(), cells);
    }

    private static Cell take(org.apache.poi.ss.usermodel.Cell cell, CellRef at, Limits limits) throws Refused {
        boolean computed = cell.getCellType() == CellType.FORMULA;
        return switch (computed ? cell.getCachedFormulaResultType() : cell.getCellType()) {
            case STRING -> {
                String text = cell.getStringCellValue();
                if (text.length() > limits.textChars()) {
                    throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.TEXT, limits.textChars());
                }
                yield new Cell(at, Cell.Kind.TEXT, text, computed);
            }
            case NUMERIC -> {
                double number = cell.getNumericCellValue();
                yield Double.isFinite(number)
                        ? new Cell(at, Cell.Kind.NUMBER, new BigDecimal(number).stripTrailingZeros().toPlainString(), computed)
                        : new Cell(at, Cell.Kind.ERROR, "#NUM!", computed);
            }
            case BOOLEAN -> new Cell(at, Cell.Kind.BOOLEAN, cell.getBooleanCellValue() ? "TRUE" : "FALSE", computed);
            case ERROR -> new Cell(at, Cell.Kind.ERROR, "#ERROR", computed);
            case BLANK, _NONE, FORMULA -> Cell.empty(at);
        };
    }
}
