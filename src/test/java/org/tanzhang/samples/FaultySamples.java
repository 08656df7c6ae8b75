package org.tanzhang.samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** One fault a file, each in an otherwise sound card or balance of the last year. */
final class FaultySamples {
    static final String PASSWORD = "tanzhang";

    /** Columns of 205-1 as printed, zero-based. */
    private static final int ROW_CODE = 2;

    private static final int PURCHASE = 4;
    private static final int TOTAL = 6;
    private static final int INDUSTRIAL = 7;

    private final Path folder;
    /** Sound cards without 205-2, one for each fault: nothing but the fault can be wrong. */
    private final List<Card> sound;

    FaultySamples(Path folder, Map<County, List<Card>> cards) {
        this.folder = folder;
        this.sound = cards.getOrDefault(County.CHANGSHA_COUNTY, List.of()).stream()
                .filter(card -> !card.transforms())
                .filter(card -> card.line(Fuel.NATURAL_GAS).isPresent()
                        && card.line(Fuel.DIESEL).isPresent())
                .toList();
    }

    void write() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("01-文本冒充工作簿.xlsx"), "合成样例：这是一个文本文件，不是工作簿。\n", StandardCharsets.UTF_8);
        Workbook empty = new XSSFWorkbook();
        empty.createSheet("Sheet1");
        SampleFile.save(empty, folder.resolve("02-空工作簿.xlsx"));
        SampleFile.save(unknownForm(), folder.resolve("03-未知表式.xlsx"));
        encrypted(folder.resolve("04-加密工作簿.xlsx"));
        byte[] whole = SampleFile.bytes(CardWorkbook.of(sound.get(1), CardLook.plain()));
        Files.write(folder.resolve("05-文件截断.xlsx"), Arrays.copyOf(whole, whole.length * 3 / 5));
        tampered("06-缺少报告期.xlsx", sound.get(2), sheet -> find(sheet, "年1－12月").setCellValue("    年1－    月"));
        tampered("07-未知能源品种.xlsx", sound.get(3), sheet -> {
            figure(sheet, "煤层气", ROW_CODE).setCellValue("41");
            find(sheet, "煤层气").setCellValue("可燃冰");
            figure(sheet, "可燃冰", TOTAL).setCellValue(12.5);
            figure(sheet, "可燃冰", INDUSTRIAL).setCellValue(12.5);
        });
        SampleFile.save(BalanceWorkbook.of(unknownRegion(), "虚构县", false, false), folder.resolve("08-未知地区.xlsx"));
        tampered(
                "09-数值格为文字.xlsx",
                sound.get(4),
                sheet -> figure(sheet, "柴油", INDUSTRIAL).setCellValue("约三百吨"));
        tampered(
                "10-错误值.xlsx",
                sound.get(5),
                sheet -> figure(sheet, "电力", INDUSTRIAL).setCellErrorValue(FormulaError.DIV0.getCode()));
        tampered("11-负数消费.xlsx", sound.get(6), sheet -> {
            figure(sheet, "液化石油气", TOTAL).setCellValue(-25.4);
            figure(sheet, "液化石油气", INDUSTRIAL).setCellValue(-25.4);
        });
        tampered("12-合计不等.xlsx", sound.get(7), sheet -> {
            Cell total = figure(sheet, "天然气", TOTAL);
            total.setCellValue(total.getNumericCellValue() + 100);
        });
        tampered("13-两版不一-甲.xlsx", sound.get(8));
        tampered("13-两版不一-乙.xlsx", sound.get(8), sheet -> {
            figure(sheet, "液化石油气", PURCHASE).setCellValue(31.5);
            figure(sheet, "液化石油气", TOTAL).setCellValue(31.5);
            figure(sheet, "液化石油气", INDUSTRIAL).setCellValue(31.5);
        });
        Enterprise stranger = new Enterprise(9001, County.CHANGSHA_COUNTY, Trade.SPECIAL_MACHINERY, 2024, 2024);
        Card unregistered =
                new Card(stranger, SampleCity.LAST_YEAR, sound.get(0).lines());
        SampleFile.save(CardWorkbook.of(unregistered, CardLook.plain()), folder.resolve("14-名录外单位.xlsx"));
    }

    @SafeVarargs
    private void tampered(String name, Card card, Consumer<Sheet>... faults) throws IOException {
        Workbook workbook = CardWorkbook.of(card, CardLook.plain());
        for (Consumer<Sheet> fault : faults) {
            fault.accept(workbook.getSheetAt(0));
        }
        SampleFile.save(workbook, folder.resolve(name));
    }

    private static Cell find(Sheet sheet, String text) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.toString().contains(text)) {
                    return cell;
                }
            }
        }
        throw new IllegalStateException("no cell with " + text);
    }

    private static Cell figure(Sheet sheet, String caption, int column) {
        Row row = find(sheet, caption).getRow();
        return row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private static Workbook unknownForm() {
        Workbook workbook = new XSSFWorkbook();
        SheetWriter sheet = new SheetWriter(workbook, "用水");
        sheet.title(0, 3, "办公楼用水登记（合成样例，虚构数据）");
        sheet.headings(1, 0, List.of("楼层", "月份", "用水（吨）", "备注"));
        for (int floor = 1; floor <= 4; floor++) {
            sheet.text(floor + 1, 0, floor + "层");
            sheet.text(floor + 1, 1, "2024年" + floor + "月");
            sheet.number(floor + 1, 2, BigDecimal.valueOf(floor * 12L));
        }
        return workbook;
    }

    private static Balance unknownRegion() {
        Balance balance = new Balance("999999", "虚构县", SampleCity.LAST_YEAR);
        balance.add(BalanceRow.INDUSTRY, Fuel.RAW_COAL, new BigDecimal("3.15"));
        balance.add(BalanceRow.TRANSPORT, Fuel.DIESEL, new BigDecimal("1.28"));
        return balance;
    }

    /** Agile encryption salts at random: the bytes differ from one drawing to the next, the cells do not. */
    private void encrypted(Path file) throws IOException {
        byte[] whole = SampleFile.bytes(CardWorkbook.of(sound.get(0), CardLook.plain()));
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(PASSWORD);
            try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(whole));
                    OutputStream out = encryptor.getDataStream(container)) {
                parts.save(out);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            Files.write(file, bytes.toByteArray());
        } catch (GeneralSecurityException | InvalidFormatException failure) {
            throw new IOException("cannot encrypt " + file, failure);
        }
    }
}
