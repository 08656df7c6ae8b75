package org.tanzhang.benchmark;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.tanzhang.code.CheckCharacter;

/** A large inbox, the same for the same seed: cards like the samples', and one wide export. */
final class Inbox {

    private static final Pattern CREDIT_CODE = Pattern.compile("91\\d{6}[0-9A-Z]{10}");

    /** A sample unit's name; two units of one name and figures would be taken for one. */
    private static final Pattern NAME = Pattern.compile("(虚构[^<，。）]+?)((股份)?有限公司|公司|厂)");

    /** The export's captions as the platform prints them. */
    private static final List<String> CAPTIONS = List.of(
            "原煤(吨)",
            "无烟煤(吨)",
            "炼焦烟煤(吨)",
            "一般烟煤(吨)",
            "褐煤(吨)",
            "洗精煤(吨)",
            "其他洗煤(吨)",
            "煤制品(吨)",
            "焦炭(吨)",
            "其他焦化产品(吨)",
            "焦炉煤气(万立方米)",
            "高炉煤气(万立方米)",
            "转炉煤气(万立方米)",
            "发生炉煤气(万立方米)",
            "天然气(气态)(万立方米)",
            "液化天然气(液态)(吨)",
            "煤层气(煤田)(万立方米)",
            "原油(吨)",
            "汽油(吨)",
            "煤油(吨)",
            "柴油(吨)",
            "燃料油(吨)",
            "液化石油气(吨)",
            "炼厂干气(吨)",
            "其他石油制品(吨)",
            "石脑油(吨)",
            "润滑油(吨)",
            "石蜡(吨)",
            "溶剂油(吨)",
            "石油焦(吨)",
            "石油沥青(吨)",
            "其他(石油制品)(吨)",
            "热力(百万千焦)",
            "电力(万千瓦时)",
            "其他燃料(吨标准煤)",
            "煤矸石用于燃料(吨)",
            "城市垃圾用于燃料(吨)",
            "生物质废料用于燃料(吨)",
            "余热余压(百万千焦)",
            "其它工业废料用于燃料(吨)",
            "其他(燃料)(吨标准煤)");

    /** Columns that an enterprise fills: subtotals 0 and 24 are kept equal to one of their parts. */
    private static final int[] USUAL = {14, 18, 20, 22, 33};

    private static final int[] SELDOM = {8, 15, 19, 21, 32, 37, 38};

    private final Random random;

    Inbox(long seed) {
        random = new Random(seed);
    }

    /** Cards made of the samples' workbooks, each of another unit. */
    void cards(Path folder, Path samples, int count) throws IOException {
        List<Map<String, byte[]>> patterns = new ArrayList<>();
        try (Stream<Path> files = Files.list(samples)) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("企业_.*\\.xlsx"))
                    .sorted()
                    .toList()) {
                patterns.add(unpacked(Files.readAllBytes(file)));
            }
        }
        for (int i = 0; i < count; i++) {
            Map<String, byte[]> pattern = patterns.get(random.nextInt(patterns.size()));
            Files.write(folder.resolve("企业_%04d.xlsx".formatted(i)), packed(pattern, unit("BM", i)));
        }
    }

    /** A credit code with sound check characters. */
    static String unit(String letters, int number) {
        String body = letters + String.format(Locale.ROOT, "%06d", number);
        String seventeen = "91430100" + body + CheckCharacter.ofOrganisationCode(body + "0");
        return seventeen + CheckCharacter.ofCreditCode(seventeen + "0").orElseThrow();
    }

    private static Map<String, byte[]> unpacked(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                parts.put(e.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] packed(Map<String, byte[]> parts, String unit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                boolean texts = part.getKey().endsWith("sharedStrings.xml")
                        || part.getKey().contains("worksheets/");
                zip.write(
                        texts
                                ? renamed(new String(part.getValue(), StandardCharsets.UTF_8), unit)
                                        .getBytes(StandardCharsets.UTF_8)
                                : part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static String renamed(String text, String unit) {
        String recoded = CREDIT_CODE.matcher(text).replaceAll(unit);
        return NAME.matcher(recoded).replaceAll("$1" + unit.substring(10, 16) + "$2");
    }

    /** One wide export of the consumption of so many units, its texts shared as Excel and WPS write them. */
    void export(Path file, int rows) throws IOException {
        List<String> texts = new ArrayList<>();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16)) {
            part(zip, out, "[Content_Types].xml", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="xml" ContentType="application/xml"/>\
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
                    <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>\
                    </Types>""");
            part(zip, out, "_rels/.rels", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>\
                    </Relationships>""");
            part(zip, out, "xl/workbook.xml", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                    <sheets><sheet name="消费合计" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            part(zip, out, "xl/_rels/workbook.xml.rels", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>\
                    <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>\
                    </Relationships>""");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet"
                    + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
            sheet(out, rows, texts);
            out.write("</sheetData></worksheet>");
            out.flush();
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sst"
                    + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
            for (String text : texts) {
                out.write("<si><t>" + text + "</t></si>");
            }
            out.write("</sst>");
            out.flush();
        }
    }

    private static void part(ZipOutputStream zip, Writer out, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        out.write(text);
        out.flush();
    }

    private void sheet(Writer out, int rows, List<String> texts) throws IOException {
        out.write("<row r=\"1\">");
        text(out, 0, 1, "规模以上工业企业能源购进、消费与库存（205-1表）—消费合计  2024年", texts);
        out.write("</row><row r=\"2\">");
        List<String> header = new ArrayList<>(List.of("组织机构代码/统一社会信用代码", "单位详细名称", "行业代码", "区划代码", "年份"));
        header.addAll(CAPTIONS);
        for (int c = 0; c < header.size(); c++) {
            text(out, c, 2, header.get(c), texts);
        }
        out.write("</row>");
        for (int i = 0; i < rows; i++) {
            int row = i + 3;
            out.write("<row r=\"" + row + "\">");
            text(out, 0, row, unit("WE", i), texts);
            text(out, 1, row, "合成样例第" + i + "号有限公司", texts);
            number(out, 2, row, String.valueOf(1000 + random.nextInt(3000)));
            number(out, 3, row, "430102");
            number(out, 4, row, "2024");
            figures(out, row);
            out.write("</row>");
        }
    }

    private void figures(Writer out, int row) throws IOException {
        TreeMap<Integer, String> figures = new TreeMap<>();
        for (int column : USUAL) {
            if (random.nextInt(100) < 85) {
                figures.put(column, figure());
            }
        }
        for (int column : SELDOM) {
            if (random.nextInt(100) < 15) {
                figures.put(column, figure());
            }
        }
        if (random.nextInt(100) < 40) {
            String coal = figure();
            figures.put(0, coal);
            figures.put(3, coal);
        }
        if (random.nextInt(100) < 20) {
            String oil = figure();
            figures.put(24, oil);
            figures.put(26, oil);
        }
        figures.forEach((column, figure) -> {
            try {
                number(out, column + 5, row, figure);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String figure() {
        return String.format(Locale.ROOT, "%d.%02d", random.nextInt(100_000), random.nextInt(100));
    }

    private static void text(Writer out, int column, int row, String text, List<String> texts) throws IOException {
        out.write("<c r=\"" + name(column) + row + "\" t=\"s\"><v>" + texts.size() + "</v></c>");
        texts.add(text);
    }

    private static void number(Writer out, int column, int row, String number) throws IOException {
        out.write("<c r=\"" + name(column) + row + "\"><v>" + number + "</v></c>");
    }

    private static String name(int column) {
        return column < 26
                ? String.valueOf((char) ('A' + column))
                : "" + (char) ('A' + column / 26 - 1) + (char) ('A' + column % 26);
    }
}
