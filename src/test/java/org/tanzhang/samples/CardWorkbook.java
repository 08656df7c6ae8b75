package org.tanzhang.samples;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Form 205-1, with 205-2 beside it where the enterprise transforms energy, in one of the ways offices send it. */
final class CardWorkbook {
    private static final String NOTE = "合成样例：单位与数据均为虚构，不代表任何真实单位";

    private final Card card;
    private final CardLook look;
    private final Workbook workbook;

    private CardWorkbook(Card card, CardLook look) {
        this.card = card;
        this.look = look;
        this.workbook = look.binary() ? new HSSFWorkbook() : new XSSFWorkbook();
    }

    static Workbook of(Card card) {
        return of(card, CardLook.of(card.enterprise()));
    }

    static Workbook of(Card card, CardLook look) {
        CardWorkbook drawn = new CardWorkbook(card, look);
        drawn.consumption();
        if (card.transforms()) {
            drawn.transformation();
        }
        if (look.hiddenSheet()) {
            drawn.hiddenList();
        }
        return drawn.workbook;
    }

    private void consumption() {
        SheetWriter sheet = new SheetWriter(workbook, "205-1");
        sheet.widths(26, 11, 13);
        int top = look.banner() ? 1 : 0;
        if (look.banner()) {
            sheet.title(0, 13, "能源统计报表（合成样例，虚构数据）");
        }
        sheet.title(top, 13, "能源购进、消费与库存");
        identity(sheet, top, "205-1", 10, 13);
        int head = top + 6;
        sheet.headings(head, 0, List.of("能源名称", "计量\n单位", "代码", "期初库存量", "购进量"));
        sheet.headings(
                head + 1,
                4,
                List.of(
                        "实物量",
                        look.fullWidth() ? "金额\n(千元)" : "金额\n（千元）",
                        "合计",
                        "1.工业生产\n消费",
                        look.ofWhich(),
                        "2.非工业\n生产消费",
                        look.fullWidth() ? "合计中:运输\n工具消费" : "合计中：运输\n工具消费"));
        sheet.heading(head, 6, "消费量");
        sheet.headings(head, 11, List.of("期末库存量", "采用折\n标系数", "参考折\n标系数"));
        for (int column : new int[] {0, 1, 2, 3, 11, 12, 13}) {
            sheet.merge(head, head + 2, column, column);
        }
        sheet.merge(head, head, 4, 5);
        sheet.merge(head, head, 6, 10);
        for (int column = 4; column <= 10; column++) {
            sheet.merge(head + 1, head + 2, column, column);
        }
        sheet.headings(head + 3, 0, List.of("甲", "乙", "丙", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "丁"));
        int row = head + 4;
        for (Fuel fuel : Fuel.values()) {
            fuelRow(sheet, row++, fuel);
        }
        totalRow(sheet, row);
        sheet.text(row + 1, 0, "补充资料：上年同期：综合能源消费量(41)        吨标准煤；工业总产值（当年价格）(42)        千元");
        footer(sheet, row + 3);
        sheet.text(row + 4, 0, "说明：主要审核关系：4＝5＋7；5≥6；4≥8；9＝1＋2－4（有自产、外供的除外）。" + NOTE + "。");
    }

    private void identity(SheetWriter sheet, int top, String form, int column, int lastColumn) {
        sheet.text(top + 1, 0, "（" + NOTE + "）");
        sheet.text(top + 1, column, "表    号：" + form + "表");
        sheet.text(top + 2, column, "制定机关：国家统计局");
        sheet.text(top + 3, 0, "统一社会信用代码：" + card.enterprise().creditCode());
        sheet.text(top + 3, column, "文    号：国统字〔    〕    号");
        sheet.text(top + 4, 0, "单位详细名称：" + card.enterprise().name());
        sheet.text(top + 4, column, "有效期至：    年  月");
        sheet.text(top + 5, column, look.period(card.year()));
        for (int row = top + 1; row <= top + 5; row++) {
            sheet.merge(row, row, 0, 7);
            sheet.merge(row, row, column, lastColumn);
        }
    }

    private void fuelRow(SheetWriter sheet, int row, Fuel fuel) {
        sheet.text(row, 0, look.caption(fuel));
        sheet.text(row, 1, fuel.unit);
        sheet.text(row, 2, fuel.rowCode());
        sheet.number(row, 13, fuel.referenceCoefficient);
        lineOf(fuel).ifPresent(line -> {
            sheet.number(row, 3, line.opening());
            sheet.number(row, 5, line.amount());
            if (look.residue()) {
                sheet.residue(row, 4, line.purchase());
                sheet.residue(row, 7, line.industrial());
            } else {
                sheet.number(row, 4, line.purchase());
                sheet.number(row, 7, line.industrial());
            }
            sheet.number(row, 8, line.raw());
            sheet.number(row, 9, line.nonIndustrial());
            sheet.number(row, 10, line.vehicles());
            if (look.formulas()) {
                sheet.formula(row, 6, at(row, 7) + "+" + at(row, 9), line.total());
                sheet.formula(row, 11, at(row, 3) + "+" + at(row, 4) + "-" + at(row, 6), line.closing());
            } else {
                sheet.number(row, 6, line.total());
                sheet.number(row, 11, line.closing());
            }
            BigDecimal coefficient = line.coefficient();
            if (coefficient != null && line.total().signum() != 0) {
                sheet.number(row, 12, coefficient);
            }
        });
    }

    private void totalRow(SheetWriter sheet, int row) {
        sheet.text(row, 0, "能源合计");
        sheet.text(row, 1, "吨标准煤");
        sheet.text(row, 2, "40");
        sheet.text(row, 13, "——");
        if (look.totals()) {
            sheet.number(row, 5, card.amount());
            sheet.number(row, 6, card.coalEquivalent());
        }
    }

    private void transformation() {
        SheetWriter sheet = new SheetWriter(workbook, "205-2");
        sheet.widths(26, 11, 15);
        sheet.title(0, 15, "能源加工转换与回收利用");
        identity(sheet, 0, "205-2", 12, 15);
        sheet.headings(
                6,
                0,
                List.of(
                        "能源名称",
                        "计量\n单位",
                        "代码",
                        "工业生产\n消费",
                        "加工转换\n投入合计",
                        "1.火力发电",
                        "2.供热",
                        "3.原煤入洗",
                        "4.炼焦",
                        "5.炼油及\n煤制油",
                        "6.制气",
                        "7.天然气\n液化",
                        "8.加工\n煤制品",
                        "能源加工\n转换产出",
                        "回收利用",
                        "采用折\n标系数"));
        sheet.headings(
                7,
                0,
                List.of("甲", "乙", "丙", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23"));
        int row = 8;
        for (Fuel fuel : Fuel.values()) {
            transformationRow(sheet, row++, fuel);
        }
        sheet.text(row, 0, "能源合计");
        sheet.text(row, 1, "吨标准煤");
        sheet.text(row, 2, "40");
        footer(sheet, row + 2);
    }

    private void transformationRow(SheetWriter sheet, int row, Fuel fuel) {
        sheet.text(row, 0, look.caption(fuel));
        sheet.text(row, 1, fuel.unit);
        sheet.text(row, 2, fuel.rowCode());
        boolean onTotalOnly = card.enterprise().statesInputsOnTotalOnly() && Fuel.KINDS_OF_RAW_COAL.contains(fuel);
        lineOf(fuel).filter(line -> line.isTransformed() && !onTotalOnly).ifPresent(line -> {
            sheet.number(row, 3, line.industrial());
            sheet.number(row, 4, line.inputs());
            sheet.number(row, 5, line.power());
            sheet.number(row, 6, line.heat());
            sheet.number(row, 13, line.output());
            sheet.number(row, 14, line.recovery());
        });
    }

    private Optional<CardLine> lineOf(Fuel fuel) {
        return fuel == Fuel.RAW_COAL && card.rawCoalTotal().isPresent() ? card.rawCoalTotal() : card.line(fuel);
    }

    private static void footer(SheetWriter sheet, int row) {
        sheet.text(row, 0, "单位负责人：        统计负责人：        填表人：        联系电话：        报出日期：20  年  月  日");
    }

    private void hiddenList() {
        SheetWriter sheet = new SheetWriter(workbook, "关联表");
        sheet.text(0, 0, "代码表（隐藏，合成样例）");
        for (int i = 0; i < County.values().length; i++) {
            sheet.text(i + 1, 0, County.values()[i].code);
            sheet.text(i + 1, 1, County.values()[i].fullName);
        }
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet.sheet()), SheetVisibility.HIDDEN);
    }

    private static String at(int row, int column) {
        return new CellReference(row, column).formatAsString();
    }
}
