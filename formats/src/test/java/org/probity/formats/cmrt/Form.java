package org.probity.formats.cmrt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/// A workbook cell by cell, as odd as a test wants it, written as .xlsx or .xls.
final class Form {

    private final Map<String, TreeMap<CellRef, String>> xml = new LinkedHashMap<>();
    private final Map<CellRef, Object> values = new LinkedHashMap<>();
    private final List<String> sheets = new ArrayList<>();

    Form(String... sheets) {
        for (String sheet : sheets) {
            this.sheets.add(sheet);
            xml.put(sheet, new TreeMap<>());
        }
    }

    static Form sixth() {
        return new Form("Declaration", "Smelter List", "Product List", "Smelter Look-up", "SorP").text("Declaration!J3", "Revision 6.5");
    }

    static Form third() {
        return new Form("Declaration", "Smelter List", "Standard Smelter Names", "Product List", "L").text("Declaration!J3", "Revision 3.01");
    }

    static Form second(String revision) {
        return new Form("Declaration", "Smelter List", "Standard Smelter Names", "Product List").text("Declaration!J3", revision);
    }

    private static CellRef at(String cell) {
        String[] parts = cell.split("!");
        return new CellRef(parts[0], parts[1]);
    }

    private Form put(String cell, String xml, Object value) {
        CellRef at = at(cell);
        this.xml.get(at.sheet()).put(at, xml.replace("<c", "<c r=\"" + at.address() + "\""));
        values.put(at, value);
        return this;
    }

    Form text(String cell, String text) {
        return put(cell, "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + Xml.escape(text) + "</t></is></c>", text);
    }

    Form number(String cell, double number) {
        return put(cell, "<c><v>" + number + "</v></c>", number);
    }

    /// A formula and what was last stored for it; without a stored value the tool that wrote the file did not compute.
    Form formula(String cell, String type, String stored) {
        return put(cell, "<c t=\"" + type + "\"><f>A1</f>" + (stored.isEmpty() ? "" : "<v>" + stored + "</v>") + "</c>", stored);
    }

    byte[] xlsx() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        StringBuilder book = new StringBuilder("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>");
        StringBuilder relations = new StringBuilder("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < sheets.size(); i++) {
            book.append("<sheet name=\"").append(sheets.get(i)).append("\" sheetId=\"").append(i + 1).append("\" r:id=\"r").append(i).append("\"/>");
            relations.append("<Relationship Id=\"r").append(i).append("\" Type=\"worksheet\" Target=\"/xl/sheets/").append(i).append(".xml\"/>");
            StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
            int row = 0;
            for (Map.Entry<CellRef, String> cell : xml.get(sheets.get(i)).entrySet()) {
                if (cell.getKey().row() != row) {
                    sheet.append(row == 0 ? "" : "</row>").append("<row r=\"").append(cell.getKey().row()).append("\">");
                    row = cell.getKey().row();
                }
                sheet.append(cell.getValue());
            }
            parts.put("xl/sheets/" + i + ".xml", sheet.append(row == 0 ? "" : "</row>").append("</sheetData></worksheet>").toString()
                    .getBytes(StandardCharsets.UTF_8));
        }
        parts.put("xl/workbook.xml", book.append("</sheets></workbook>").toString().getBytes(StandardCharsets.UTF_8));
        parts.put("xl/_rels/workbook.xml.rels", relations.append("</Relationships>").toString().getBytes(StandardCharsets.UTF_8));
        return Hostile.zip(parts, false);
    }

    byte[] xls() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            Map<String, Sheet> made = new LinkedHashMap<>();
            sheets.forEach(name -> made.put(name, book.createSheet(name)));
            values.forEach((at, value) -> {
                Sheet sheet = made.get(at.sheet());
                Row row = sheet.getRow(at.row() - 1) == null ? sheet.createRow(at.row() - 1) : sheet.getRow(at.row() - 1);
                org.apache.poi.ss.usermodel.Cell cell = row.createCell(Columns.number(at.column()) - 1, CellType.STRING);
                if (value instanceof Double number) {
                    cell.setCellValue(number);
                } else {
                    cell.setCellValue(value.toString());
                }
            });
            book.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
