package org.tanzhang.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * The balance in the yearbook's layout (China Energy Statistical Yearbook, provincial balances): title with region and
 * year, rows 一. 1. ..., English captions and units, 煤合计 and 油品合计 before their parts.
 */
final class YearbookWorkbook {
    private record Line(
            String caption, String english, @Nullable BalanceRow row) {}

    private static final int FIRST_ROW = 10;

    private static final Set<Fuel> COALS =
            Set.of(Fuel.RAW_COAL, Fuel.CLEANED_COAL, Fuel.OTHER_WASHED_COAL, Fuel.BRIQUETTES);
    private static final Set<Fuel> OILS = Set.of(
            Fuel.CRUDE_OIL,
            Fuel.GASOLINE,
            Fuel.KEROSENE,
            Fuel.DIESEL,
            Fuel.FUEL_OIL,
            Fuel.NAPHTHA,
            Fuel.LUBRICANTS,
            Fuel.PARAFFIN,
            Fuel.SOLVENT_OIL,
            Fuel.BITUMEN,
            Fuel.PETROLEUM_COKE,
            Fuel.LPG,
            Fuel.REFINERY_GAS,
            Fuel.OTHER_PETROLEUM);

    /** Rows in the yearbook's words (edition of 2007 data); 生活消费 stands before 其他. */
    private static final List<Line> LINES = List.of(
            new Line("一.可供本地区消费的能源量", "Total Primary Energy Supply", null),
            new Line("  1.一次能源生产量", "  Indigenous Production", null),
            new Line("  2.回收能", "  Recovery of Energy", null),
            new Line("  3.外省(区、市)调入量", "  Moving In from Other Provinces", null),
            new Line("  4.进口量", "  Import", null),
            new Line("  5.我轮、机在外国加油量", "  Chinese Airplanes & Ships in Refueling Abroad", null),
            new Line("  6.本省(区、市)调出量(-)", "  Sending Out to Other Provinces(-)", null),
            new Line("  7.出口量(-)", "  Export(-)", null),
            new Line("  8.外轮、机在我国加油量(-)", "  Foreign Airplanes & Ships in Refueling in China", null),
            new Line("  9.库存增(-)、减(+)量", "  Stock Change", null),
            new Line("二.加工转换投入(-)产出(+)量", "Input(-) & Output(+) of Transformation", BalanceRow.TRANSFORMATION),
            new Line("  1.火力发电", "  Thermal Power", BalanceRow.POWER),
            new Line("  2.供热", "  Heating Supply", BalanceRow.HEAT_SUPPLY),
            new Line("  3.洗选煤", "  Coal Washing ", BalanceRow.WASHING),
            new Line("  4.炼焦", "  Coking", BalanceRow.COKING),
            new Line("  5.炼油", "  Petroleum Refineries", BalanceRow.REFINING),
            new Line("  6.制气", "  Gas Works", BalanceRow.GAS_MAKING),
            new Line("    #焦炭再投入量(-)", "      Coke Input(-)", BalanceRow.COKE_REINPUT),
            new Line("  7.煤制品加工", "  Briquettes", BalanceRow.BRIQUETTING),
            new Line("三.损失量", "Loss", BalanceRow.LOSSES),
            new Line("四.终端消费量", "Total Final Consumption", BalanceRow.FINAL_USE),
            new Line(
                    "  1.农、林、牧、渔、水利业",
                    "  Farming, Forestry, Animal Husbandry, Fishery & Water Conservancy",
                    BalanceRow.AGRICULTURE),
            new Line("  2.工业", "  Industry", BalanceRow.INDUSTRY),
            new Line("    #用作原料、材料", "      Non-Energy Use", BalanceRow.RAW_MATERIAL),
            new Line("  3.建筑业", "  Construction", BalanceRow.CONSTRUCTION),
            new Line("  4.交通运输、仓储和邮政业", "  Transport, Storage and Post ", BalanceRow.TRANSPORT),
            new Line("  5.批发、零售业和住宿、餐饮业", "  Wholesale,Retail Trade and Hotel,Restaurants", BalanceRow.TRADE),
            new Line("  6.生活消费", "  Residential Consumption", BalanceRow.RESIDENTIAL),
            new Line("     城镇", "     Urban", BalanceRow.URBAN),
            new Line("     乡村", "     Rural", BalanceRow.RURAL),
            new Line("  7.其他", "  Other", BalanceRow.OTHER),
            new Line("五.平衡差额", "Statistical Difference", BalanceRow.DIFFERENCE),
            new Line("六.消费量合计", "Sum of Consumption ", BalanceRow.TOTAL));

    private YearbookWorkbook() {}

    static Workbook of(Balance balance, boolean binary) {
        Workbook workbook = binary ? new HSSFWorkbook() : new XSSFWorkbook();
        SheetWriter sheet = new SheetWriter(workbook, "Sheet1");
        List<Column> columns = columns(balance);
        int last = columns.size() + 2;
        sheet.widths(30, 12, last);
        sheet.title(0, last, "6-18  %s能源平衡表(实物量)-%d".formatted(balance.regionName(), balance.year()));
        sheet.title(1, last, "ENERGY BALANCE-%d (PHYSICAL QUANTITY)".formatted(balance.year()));
        sheet.text(2, 0, "(合成样例，全部数据为虚构 / synthetic figures)");
        sheet.heading(3, 0, "项        目");
        sheet.heading(3, 1, "Item");
        sheet.merge(3, 8, 0, 0);
        sheet.merge(3, 8, 1, 1);
        for (int i = 0; i < columns.size(); i++) {
            head(
                    sheet,
                    i + 2,
                    columns.get(i).caption(),
                    columns.get(i).unit(),
                    columns.get(i).english());
        }
        head(sheet, last, "其他能源", "万吨标煤", "Other Energy");
        for (int i = 0; i < LINES.size(); i++) {
            Line line = LINES.get(i);
            sheet.text(FIRST_ROW + i, 0, line.caption());
            sheet.text(FIRST_ROW + i, 1, line.english());
            BalanceRow row = line.row();
            for (int column = 0; row != null && column < columns.size(); column++) {
                BigDecimal value = columns.get(column).figure().at(row);
                if (row == BalanceRow.LOSSES && value.signum() == 0) {
                    // the yearbook's own sign for nothing, or less than the printed unit
                    sheet.text(FIRST_ROW + i, column + 2, "-");
                } else if (row == BalanceRow.FINAL_USE) {
                    sheet.residue(FIRST_ROW + i, column + 2, value);
                } else {
                    sheet.number(FIRST_ROW + i, column + 2, value);
                }
            }
        }
        sheet.text(FIRST_ROW + LINES.size() + 1, 0, "注：合成样例，数据虚构；“一.可供本地区消费的能源量”免报。");
        return workbook;
    }

    private interface Figure {
        BigDecimal at(BalanceRow row);
    }

    private record Column(String caption, String unit, String english, Figure figure) {}

    private static List<Column> columns(Balance balance) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("煤合计", "万吨", "Coal Total", row -> balance.total(row, COALS::contains)));
        for (Fuel fuel : Fuel.BALANCE_COLUMNS) {
            if (fuel == Fuel.CRUDE_OIL) {
                columns.add(new Column(
                        "油品合计", "万吨", "Petroleum Products Total", row -> balance.total(row, OILS::contains)));
            }
            columns.add(
                    new Column(fuel.carrierName, fuel.balanceUnit(), english(fuel), row -> balance.value(row, fuel)));
        }
        return columns;
    }

    private static void head(SheetWriter sheet, int column, String caption, String unit, String english) {
        sheet.heading(3, column, caption);
        sheet.heading(4, column, "(" + unit + ")");
        sheet.heading(6, column, english);
        sheet.heading(8, column, englishUnit(unit));
    }

    private static String english(Fuel fuel) {
        return switch (fuel) {
            case ELECTRICITY -> "Electricity";
            case DIESEL -> "Diesel Oil";
            case LPG, LNG -> fuel.name();
            default -> {
                StringBuilder words = new StringBuilder();
                for (String word : fuel.carrier.split("-")) {
                    words.append(words.isEmpty() ? "" : " ")
                            .append(Character.toUpperCase(word.charAt(0)))
                            .append(word.substring(1));
                }
                yield words.toString();
            }
        };
    }

    private static String englishUnit(String unit) {
        return switch (unit) {
            case "万吨" -> "(104 tn)";
            case "亿立方米" -> "(108 cu.m)";
            case "百亿千焦" -> "(1010 kJ)";
            case "亿千瓦时" -> "(108 kW•h) ";
            default -> "(104 tce)";
        };
    }
}
