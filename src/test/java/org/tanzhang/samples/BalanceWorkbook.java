package org.tanzhang.samples;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The balance as form P303-1: row numbers, Chinese captions, thirty carriers. */
final class BalanceWorkbook {
    private static final int FIRST_ROW = 6;
    private static final int LAST_COLUMN = Fuel.BALANCE_COLUMNS.size() + 2;

    private BalanceWorkbook() {}

    /**
     * @param bureau the region's name as its bureau writes it, inner spaces included
     * @param formulas rows 二 and 四 as formulas with cached values
     */
    static Workbook of(Balance balance, String bureau, boolean binary, boolean formulas) {
        Workbook workbook = binary ? new HSSFWorkbook() : new XSSFWorkbook();
        SheetWriter sheet = new SheetWriter(workbook, "P303-1");
        sheet.widths(34, 10, LAST_COLUMN);
        sheet.title(0, LAST_COLUMN, "能源平衡表（实物量）");
        sheet.text(1, 0, "综合机关名称：" + bureau + "统计局");
        sheet.merge(1, 1, 0, 7);
        sheet.text(1, 27, "表    号：P303-1表");
        sheet.merge(1, 1, 27, LAST_COLUMN);
        sheet.text(2, 0, "（合成样例：全部数据为虚构）");
        sheet.merge(2, 2, 0, 7);
        sheet.text(2, 27, balance.year() + "年");
        sheet.merge(2, 2, 27, LAST_COLUMN);
        head(sheet);
        for (BalanceRow row : BalanceRow.values()) {
            int line = FIRST_ROW + row.ordinal();
            sheet.text(line, 0, row.caption);
            sheet.text(line, 1, row.rowCode());
            for (int i = 0; i < Fuel.BALANCE_COLUMNS.size(); i++) {
                BigDecimal value = balance.value(row, Fuel.BALANCE_COLUMNS.get(i));
                List<BalanceRow> items = formulas ? items(row) : List.of();
                if (items.isEmpty()) {
                    sheet.number(line, i + 2, value);
                } else {
                    sheet.formula(line, i + 2, sum(items, i + 2), value);
                }
            }
        }
        int foot = FIRST_ROW + BalanceRow.values().length;
        sheet.text(foot, 0, "单位负责人：      统计负责人：      填表人：      报出日期：" + (balance.year() + 1) + "  年 3 月 20 日");
        sheet.text(foot + 1, 0, "说明：本表为合成样例，数据虚构；第一部分“可供本地区消费的能源量”免报。");
        return workbook;
    }

    private static void head(SheetWriter sheet) {
        sheet.heading(3, 0, "指标名称");
        sheet.heading(3, 1, "代码");
        sheet.merge(3, 4, 0, 0);
        sheet.merge(3, 4, 1, 1);
        sheet.heading(5, 0, "甲");
        sheet.heading(5, 1, "乙");
        for (int i = 0; i < Fuel.BALANCE_COLUMNS.size(); i++) {
            Fuel fuel = Fuel.BALANCE_COLUMNS.get(i);
            sheet.heading(3, i + 2, fuel.carrierName);
            sheet.heading(4, i + 2, "（" + fuel.balanceUnit() + "）");
            sheet.heading(5, i + 2, Integer.toString(i + 1));
        }
        sheet.heading(3, LAST_COLUMN, "其他能源");
        sheet.heading(4, LAST_COLUMN, "（万吨标准煤）");
        sheet.heading(5, LAST_COLUMN, Integer.toString(Fuel.BALANCE_COLUMNS.size() + 1));
    }

    private static List<BalanceRow> items(BalanceRow row) {
        return switch (row) {
            case TRANSFORMATION -> List.of(BalanceRow.POWER, BalanceRow.HEAT_SUPPLY, BalanceRow.RECOVERY);
            case FINAL_USE ->
                List.of(
                        BalanceRow.PRIMARY_SECTOR,
                        BalanceRow.SECONDARY_SECTOR,
                        BalanceRow.TERTIARY_SECTOR,
                        BalanceRow.RESIDENTIAL);
            default -> List.of();
        };
    }

    private static String sum(List<BalanceRow> items, int column) {
        List<String> cells = items.stream()
                .map(item -> new CellReference(FIRST_ROW + item.ordinal(), column).formatAsString())
                .toList();
        return String.join("+", cells);
    }
}
