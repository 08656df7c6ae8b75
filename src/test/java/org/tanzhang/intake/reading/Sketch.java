package org.tanzhang.intake.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook drawn in a few lines: {@code Sketch.card().set("G9", 30).set("H9", "三十").xlsx()}.
 *
 * <p>Ready-made sheets are sound; a test changes the cells it is about.
 */
final class Sketch {

    private final Workbook workbook;
    private Sheet sheet;

    private Sketch(Supplier<Workbook> kind, String name) {
        workbook = kind.get();
        sheet = workbook.createSheet(name);
    }

    static Sketch xlsxSheet(String name) {
        return new Sketch(XSSFWorkbook::new, name);
    }

    static Sketch xlsSheet(String name) {
        return new Sketch(HSSFWorkbook::new, name);
    }

    /** A sound card of 甲水泥厂: the header in rows 7 to 9, then one row for each carrier named. */
    static Sketch card(String... carriers) {
        return xlsxSheet("205-1").drawCard(carriers);
    }

    Sketch drawCard(String... carriers) {
        set("A1", "能源购进、消费与库存").set("K2", "表    号：205-1表").set("K3", "制定机关：国家统计局");
        set("A4", "统一社会信用代码：91430112MA4LXYAW1X").set("K4", "文    号：国统字(2023)88号");
        set("A5", "单位详细名称：甲水泥厂").set("K5", "有效期至：2025年6月").set("K6", "2024年1－12月");
        row(
                7,
                "能源名称",
                "计量\n单位",
                "代码",
                "期初库存量",
                "购进量",
                null,
                "消费量",
                null,
                null,
                null,
                null,
                "期末库存量",
                "采用折\n标系数",
                "参考折\n标系数");
        row(8, null, null, null, null, "实物量", "金额\n（千元）", "合计", "1.工业生产\n消费", "#用于原材料", "2.非工业\n生产消费", "合计中：运输\n工具消费");
        merge("A7:A8")
                .merge("B7:B8")
                .merge("C7:C8")
                .merge("D7:D8")
                .merge("E7:F7")
                .merge("G7:K7")
                .merge("L7:L8");
        row(9, "甲", "乙", "丙", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, "丁");
        for (int i = 0; i < carriers.length; i++) {
            set("A" + (10 + i), carriers[i]);
        }
        return this;
    }

    /** Adds the companion 205-2 of the same unit. */
    Sketch drawCompanion(String... carriers) {
        return sheet("205-2").drawCompanionHere(carriers);
    }

    /** The companion 205-2 on the present sheet: header in row 7, then a row for each carrier named. */
    Sketch drawCompanionHere(String... carriers) {
        set("A1", "能源加工转换与回收利用").set("K2", "表    号：205-2表");
        set("A4", "统一社会信用代码：91430112MA4LXYAW1X").set("A5", "单位详细名称：甲水泥厂").set("K6", "2024年1－12月");
        row(
                7,
                "能源名称",
                "计量\n单位",
                "代码",
                "工业生产\n消费",
                "加工转换\n投入合计",
                "1.火力发电",
                "2.供热",
                "3.原煤入洗",
                "4.炼焦",
                "5.炼油及煤制油",
                "6.制气",
                "7.天然气液化",
                "8.加工煤制品",
                "能源加工转换产出",
                "折标准煤产出",
                "回收利用",
                "折标系数");
        for (int i = 0; i < carriers.length; i++) {
            set("A" + (8 + i), carriers[i]);
        }
        return this;
    }

    /**
     * A sound balance in dialect P303-1 with columns 原煤 (C), 柴油 (D), 天然气 (E), 电力 (F); its rows begin at 6:
     * 一 6, 二 7, 火力发电 8, 供热 9, 三 10, 四 11, 农业 12, 工业 13, 原料 14, 建筑 15, 交通 16, 批发 17, 其他 18, 城镇 19,
     * 乡村 20, 五 21, 六 22.
     */
    static Sketch balance() {
        return xlsxSheet("P303-1").drawBalance("长沙市芙蓉区统计局", "2024年");
    }

    Sketch drawBalance(String office, String year) {
        set("A1", "能源平衡表（实物量）")
                .set("A2", "综合机关名称：" + office)
                .set("F2", "表    号：P303-1表")
                .set("F3", year);
        row(4, "指标名称", "代码", "原煤", "柴油", "天然气", "电力");
        row(5, null, null, "（万吨）", "（万吨）", "（亿立方米）", "（亿千瓦时）");
        String[] rows = {
            "一、可供本地区消费的能源量",
            "二、加工转换投入(-)产出(+)量",
            "  （一）火力发电",
            "  （二）供热",
            "三、损失量",
            "四、终端消费量",
            "      1.农、林、牧、渔业",
            "      1.工业",
            "        其中：用作原料、材料",
            "      2.建筑业",
            "      1.交通运输、仓储和邮政业",
            "      2.批发、零售业和住宿、餐饮业",
            "      3.其他",
            "      1.城镇",
            "      2.乡村",
            "五、平衡差额",
            "六、消费量合计"
        };
        for (int i = 0; i < rows.length; i++) {
            set("A" + (6 + i), rows[i]).set("B" + (6 + i), String.format(java.util.Locale.ROOT, "%02d", i + 1));
        }
        return this;
    }

    /** A sound register for 2024 with its header in row 3. */
    static Sketch register() {
        return xlsxSheet("单位名录")
                .set("A1", "规模以上工业企业基本单位名录")
                .set("A2", "2024年")
                .row(3, "统一社会信用代码", "单位详细名称", "行业代码", "区划代码", "所在区县", "统计范围", "所在园区");
    }

    /** A further sheet, on which the next cells are set. */
    Sketch sheet(String name) {
        sheet = workbook.createSheet(name);
        return this;
    }

    Sketch hidden() {
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.HIDDEN);
        return this;
    }

    /** A whole row from column A; null leaves a cell out. */
    Sketch row(int number, Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                set(CellReference.convertNumToColString(i) + number, values[i]);
            }
        }
        return this;
    }

    /** A text, a number or a logical value. */
    Sketch set(String a1, Object value) {
        Cell cell = cell(a1);
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Boolean flag) {
            cell.setCellValue(flag);
        } else {
            cell.setCellValue(String.valueOf(value));
        }
        return this;
    }

    Sketch formula(String a1, String formula, double cached) {
        Cell cell = cell(a1);
        cell.setCellFormula(formula);
        cell.setCellValue(cached);
        return this;
    }

    Sketch error(String a1) {
        cell(a1).setCellErrorValue(FormulaError.DIV0.getCode());
        return this;
    }

    Sketch merge(String range) {
        sheet.addMergedRegion(CellRangeAddress.valueOf(range));
        return this;
    }

    /** Moves everything down, for titles above. */
    Sketch down(int rows) {
        sheet.shiftRows(0, sheet.getLastRowNum(), rows);
        return this;
    }

    private Cell cell(String a1) {
        CellReference at = new CellReference(a1);
        Row row = sheet.getRow(at.getRow());
        Row there = row == null ? sheet.createRow(at.getRow()) : row;
        Cell cell = there.getCell(at.getCol());
        return cell == null ? there.createCell(at.getCol()) : cell;
    }

    byte[] bytes() {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
