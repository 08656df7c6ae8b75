package org.tanzhang.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** 附件2 of the coal survey for the city and its counties in one sheet: all figures invented, the city their sum. */
final class CoalSurveyWorkbook {

    private static final double COAL_OF_CITY = 980;

    /** Shares of a county's coal by use, so that they stay within it: power, heat, washing, coking, refining, gas, industry, other. */
    private static final double[] USES = {0.38, 0.06, 0, 0.04, 0, 0, 0.42, 0.05};

    private static final String[][] HEADER = {
        {
            "省（市、区）",
            "地市（州）",
            "县（区）",
            "年份",
            "分品种煤炭消费摸底",
            null,
            null,
            null,
            "分用途煤炭消费摸底",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "焦炭消费摸底"
        },
        {null, null, null, null, "煤合计", "原煤", "洗精煤", "其他", "能源加工转换", null, null, null, null, null, "终端消费"},
        {
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "1.火力发电",
            "2.供热",
            "3.煤炭洗选",
            "4.炼焦",
            "5.炼油及煤制油",
            "6.制气",
            "1.工业",
            null,
            "2.其他用途",
            "焦炭"
        },
        {null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, "#用作原料、材料"},
    };
    private static final int BODY = 7;

    private CoalSurveyWorkbook() {}

    static Workbook of(int year) {
        Workbook workbook = new XSSFWorkbook();
        SheetWriter sheet = new SheetWriter(workbook, "附件2");
        sheet.widths(12, 11, 17);
        sheet.text(0, 0, "附件2");
        sheet.title(1, 17, "%s%d年煤炭消费状况表（虚构数值）".formatted(County.CITY_NAME, year));
        sheet.text(2, 17, "单位：万吨");
        for (int row = 0; row < HEADER.length; row++) {
            for (int column = 0; column < HEADER[row].length; column++) {
                if (HEADER[row][column] != null) {
                    sheet.heading(3 + row, column, HEADER[row][column]);
                }
            }
        }
        for (int column = 0; column < 4; column++) {
            sheet.merge(3, 6, column, column);
        }
        sheet.merge(3, 3, 4, 7);
        sheet.merge(3, 3, 8, 16);
        sheet.merge(4, 4, 8, 13);
        sheet.merge(4, 4, 14, 16);
        List<BigDecimal> city = new ArrayList<>();
        int row = BODY + 1;
        for (County county : County.values()) {
            List<BigDecimal> own = draw(county);
            for (int i = 0; i < own.size(); i++) {
                if (i < city.size()) {
                    city.set(i, city.get(i).add(own.get(i)));
                } else {
                    city.add(own.get(i));
                }
            }
            line(sheet, row++, county.fullName, year + "年", own);
        }
        line(sheet, BODY, "", String.valueOf(year), city);
        return workbook;
    }

    private static void line(SheetWriter sheet, int row, String county, String year, List<BigDecimal> figures) {
        sheet.text(row, 0, "湖南省");
        sheet.text(row, 1, County.CITY_NAME);
        if (!county.isEmpty()) {
            sheet.text(row, 2, county);
        }
        sheet.text(row, 3, year);
        for (int i = 0; i < figures.size(); i++) {
            sheet.zero(row, 4 + i, figures.get(i));
        }
    }

    /** The fourteen columns of the form. */
    private static List<BigDecimal> draw(County county) {
        Random habits = new Random(Long.parseLong(county.code) * SampleCity.SEED + 2);
        double coal = COAL_OF_CITY * county.share(County.Spread.COAL) * (0.9 + 0.2 * habits.nextDouble());
        BigDecimal raw = rounded(0.86 * coal);
        BigDecimal cleaned = rounded(0.09 * coal);
        BigDecimal other = rounded(0.05 * coal);
        List<BigDecimal> figures = new ArrayList<>(List.of(raw.add(cleaned).add(other), raw, cleaned, other));
        for (int use = 0; use < USES.length; use++) {
            BigDecimal amount = rounded(USES[use] * coal);
            figures.add(amount);
            if (use == 6) {
                figures.add(rounded(0.08 * USES[use] * coal));
            }
        }
        figures.add(rounded(0.03 * coal));
        return figures;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    }
}
