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
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

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
            Records records = new Records(limits);
            HSSFRequest request = new HSSFRequest();
            for (short sid : Records.WANTED) {
                request.addListener(records, sid);
            }
            new HSSFEventFactory().abortableProcessWorkbookEvents(request, root);
            if (records.refused != null) {
                throw records.refused;
            }
            return records.extract();
        } catch (EncryptedDocumentException locked) {
            throw new Refused(Reading.Reason.ENCRYPTED);
        } catch (OldExcelFormatException old) {
            throw new Refused(Reading.Reason.NOT_A_CMRT);
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | GeneralSecurityException | HSSFUserException | RuntimeException | StackOverflowError broken) {
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

    /// Hears the records one after another and keeps the few that matter; building the whole workbook in memory takes ten times as long.
    private static final class Records extends AbortableHSSFListener {

        static final short[] WANTED = {BOFRecord.sid, EOFRecord.sid, BoundSheetRecord.sid, DateWindow1904Record.sid, SSTRecord.sid,
            LabelSSTRecord.sid, LabelRecord.sid, NumberRecord.sid, RKRecord.sid, FormulaRecord.sid, StringRecord.sid, BoolErrRecord.sid};
        private static final short GO_ON = 0;
        private static final short STOP = 1;

        private final Limits limits;
        private final List<BoundSheetRecord> bound = new ArrayList<>();
        private final Map<String, Map<String, Cell>> cells = new LinkedHashMap<>();
        private @Nullable SSTRecord strings;
        private boolean days1904;
        private int depth;
        /// Which sheet is being heard, in the order of the stream; -1 before the first.
        private int sheet = -2;
        private @Nullable String canonical;
        private @Nullable Map<String, Cell> found;
        private @Nullable CellRef waiting;
        private int count;
        private @Nullable Refused refused;

        Records(Limits limits) {
            this.limits = limits;
        }

        Extract extract() {
            return new Extract(bound.stream().map(BoundSheetRecord::getSheetname).toList(), days1904, cells);
        }

        @Override
        public short abortableProcessRecord(org.apache.poi.hssf.record.Record heard) {
            try {
                hear(heard);
                return GO_ON;
            } catch (Refused e) {
                refused = e;
                return STOP;
            }
        }

        private void hear(org.apache.poi.hssf.record.Record heard) throws Refused {
            switch (heard) {
                case BOFRecord start -> {
                    if (start.getType() == BOFRecord.TYPE_EXCEL_4_MACRO) {
                        throw new Refused(Reading.Reason.ACTIVE_CONTENT);
                    }
                    // Charts inside a sheet begin and end inside it.
                    if (depth++ == 0 && ++sheet >= 0) {
                        begin();
                    }
                }
                case EOFRecord end -> depth--;
                case BoundSheetRecord named -> bound.add(named);
                case DateWindow1904Record window -> days1904 = window.getWindowing() == 1;
                case SSTRecord all -> strings = all;
                case LabelSSTRecord label -> {
                    if (strings == null || label.getSSTIndex() < 0 || label.getSSTIndex() >= strings.getNumUniqueStrings()) {
                        throw new Refused(Reading.Reason.DAMAGED);
                    }
                    keep(label, Cell.Kind.TEXT, strings.getString(label.getSSTIndex()).getString(), false);
                }
                case LabelRecord label -> keep(label.getRow(), label.getColumn(), Cell.Kind.TEXT, label.getValue(), false);
                case NumberRecord number -> number(number, number.getValue(), false);
                case RKRecord number -> number(number, number.getRKNumber(), false);
                case FormulaRecord formula -> formula(formula);
                case StringRecord text -> {
                    if (waiting != null) {
                        keep(waiting.row() - 1, Columns.number(waiting.column()) - 1, Cell.Kind.TEXT, text.getString(), true);
                        waiting = null;
                    }
                }
                case BoolErrRecord value -> {
                    if (value.isBoolean()) {
                        keep(value, Cell.Kind.BOOLEAN, value.getBooleanValue() ? "TRUE" : "FALSE", false);
                    } else {
                        keep(value, Cell.Kind.ERROR, "#ERROR", false);
                    }
                }
                default -> { }
            }
        }

        private void begin() {
            List<BoundSheetRecord> inOrder = List.of(BoundSheetRecord.orderByBofPosition(bound));
            canonical = sheet < inOrder.size() ? Extract.canonical(inOrder.get(sheet).getSheetname()).orElse(null) : null;
            found = canonical == null || canonical.equals(Extract.LOOKUP) || cells.containsKey(canonical) ? null : new LinkedHashMap<>();
            if (canonical != null && found != null) {
                cells.put(canonical, found);
            }
        }

        private void formula(FormulaRecord formula) throws Refused {
            waiting = null;
            switch (formula.getCachedResultTypeEnum()) {
                case NUMERIC -> number(formula, formula.getValue(), true);
                case BOOLEAN -> keep(formula, Cell.Kind.BOOLEAN, formula.getCachedBooleanValue() ? "TRUE" : "FALSE", true);
                case ERROR -> keep(formula, Cell.Kind.ERROR, "#ERROR", true);
                // The text follows in a record of its own.
                case STRING -> {
                    if (formula.hasCachedResultString() && canonical != null) {
                        waiting = CellRef.of(canonical, Columns.letters(formula.getColumn() + 1), formula.getRow() + 1);
                    }
                }
                case BLANK, FORMULA, _NONE -> { }
            }
        }

        private void number(CellValueRecordInterface cell, double number, boolean computed) throws Refused {
            if (Double.isFinite(number)) {
                keep(cell, Cell.Kind.NUMBER, new BigDecimal(number).stripTrailingZeros().toPlainString(), computed);
            } else {
                keep(cell, Cell.Kind.ERROR, "#NUM!", computed);
            }
        }

        private void keep(CellValueRecordInterface cell, Cell.Kind kind, String raw, boolean computed) throws Refused {
            keep(cell.getRow(), cell.getColumn(), kind, raw, computed);
        }

        private void keep(int row, int column, Cell.Kind kind, String raw, boolean computed) throws Refused {
            if (canonical == null || found == null || raw.isEmpty() || row < 0 || column < 0 || !Extract.wants(canonical, row + 1, column + 1)) {
                return;
            }
            if (raw.length() > limits.textChars()) {
                throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.TEXT, limits.textChars());
            }
            if (++count > limits.cells()) {
                throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.CELLS, limits.cells());
            }
            CellRef at = CellRef.of(canonical, Columns.letters(column + 1), row + 1);
            found.put(at.address(), new Cell(at, kind, raw, computed));
        }
    }
}
