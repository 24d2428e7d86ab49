package cn.huiying.query.report;

import cn.huiying.shared.report.ReportContent.Table;
import cn.huiying.shared.time.WorkCalendar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.ooxml.POIXMLProperties;

/** What workbooks and documents have in common: the same report is the same bytes. */
final class PoiPackage {

    /** That of every entry; an earlier one would be written in a form that depends on the place. */
    private static final LocalDateTime MOMENT = LocalDateTime.of(1980, 1, 2, 0, 0);

    private static final String PROPERTIES = "docProps/core.xml";
    private static final String TYPES = "[Content_Types].xml";
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private PoiPackage() {}

    static byte[] bytes(POIXMLDocument file, Printed report) {
        POIXMLProperties.CoreProperties core = file.getProperties().getCoreProperties();
        core.setCreator("信访局");
        core.setCreated(Optional.of(Date.from(report.at())));
        core.setModified(Optional.of(Date.from(report.at())));
        core.setTitle(report.content().title());
        core.setSubjectProperty(report.content().subtitle());
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            file.write(written);
            return stable(written.toByteArray(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it comes from, to be read at its end. */
    static List<String> origin(String edition, long position, Instant at, String digest) {
        return List.of(
                edition + ",数据截至日志位置 " + position + ",生成于 " + SECONDS.format(at.atZone(WorkCalendar.ZONE)) + "。",
                "内容摘要(SHA-256):" + digest);
    }

    /** How wide a column's widest text is, in Latin letters: counted, since to measure it the server would need the fonts. */
    static int width(Table table, int column) {
        return Stream.concat(
                        Stream.of(table.columns().get(column).name()),
                        table.rows().stream().map(row -> row.cells().get(column)))
                .mapToInt(text -> text.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum())
                .max()
                .orElseThrow();
    }

    /**
     * The same entries in one order and of one moment; also of the workbooks behind a document's charts.
     *
     * @param properties of the document that it lies in, for it has the moment of its making in its own; null where it lies in none
     */
    private static byte[] stable(byte[] zip, byte[] properties) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        if (properties != null) {
            entries.put(PROPERTIES, properties);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zipped = new ZipOutputStream(out)) {
            // Readers look for it first.
            write(zipped, TYPES, entries.remove(TYPES));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                boolean nested = entry.getKey().endsWith(".xlsx");
                write(
                        zipped,
                        entry.getKey(),
                        nested ? stable(entry.getValue(), entries.get(PROPERTIES)) : entry.getValue());
            }
        }
        return out.toByteArray();
    }

    private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(MOMENT);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
