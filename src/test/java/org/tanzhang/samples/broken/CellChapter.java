package org.tanzhang.samples.broken;

import static org.tanzhang.samples.broken.Card.CLOSING;
import static org.tanzhang.samples.broken.Card.DIESEL;
import static org.tanzhang.samples.broken.Card.ELECTRICITY;
import static org.tanzhang.samples.broken.Card.GAS;
import static org.tanzhang.samples.broken.Card.INDUSTRIAL;
import static org.tanzhang.samples.broken.Card.NON_INDUSTRIAL;
import static org.tanzhang.samples.broken.Card.PURCHASE;
import static org.tanzhang.samples.broken.Card.RAW;
import static org.tanzhang.samples.broken.Card.TOTAL;

import java.time.LocalDate;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Single cells of cards, in every format in which they come. */
final class CellChapter extends Chapter {

    CellChapter(Places places) {
        super("2-单元格", places);
    }

    @Override
    void draw() {
        Card words = card("文字.xlsx", "用于原材料一格填“约三百吨”", "words in a number cell");
        words.put(GAS, RAW, "约三百吨").error("R-CELL-01");

        Card many = card("处处文字.xls", "六个数值格填了文字，一次全部指出", "six number cells hold words, all named at once");
        many.put(GAS, RAW, "见附表").error("R-CELL-01");
        many.put(DIESEL, RAW, "不详").error("R-CELL-01");
        many.put("原油", TOTAL, "三百").error("R-CELL-01");
        many.put("燃料油", TOTAL, "同上").error("R-CELL-01");
        many.put("热力", PURCHASE, "1.2.3").error("R-CELL-01");
        many.put("石油焦", CLOSING, "暂无数据").error("R-CELL-01");

        Card error = card("错误值.xlsx", "电力用于原材料一格是 #DIV/0!", "an error value");
        error.errorValue(ELECTRICITY, RAW, FormulaError.DIV0).error("R-CELL-02");

        Card formula = card(
                "公式错误值.xlsx",
                "柴油合计的公式结果是 #REF!：合计没有读出，不当作零，与它有关的关系不审",
                "the formula of the total of diesel gives #REF!: what was not read is no nought, its relations are left");
        formula.faultyFormula(DIESEL, TOTAL, "H31+J31", FormulaError.REF).error("R-CELL-02");

        Card negative = card("负数.xlsx", "用于原材料为负", "a negative quantity");
        negative.put(GAS, RAW, -25.4).error("R-CELL-03");

        Card residue = card("浮点残值.xls", "期末库存是 1.05E-13，是计算残值", "a stock of 1.05E-13 left by arithmetic");
        residue.put(GAS, CLOSING, 1.0480505352461478E-13).info("R-CELL-04");

        Card text = card(
                "文本数字.xlsx",
                "数字以文本存放，一格是全角数字，合计还多了 100",
                "numbers stored as text, one in full-width digits; and a total is 100 too large");
        text.put(GAS, INDUSTRIAL, text.figure(GAS, INDUSTRIAL).toPlainString()).info("R-CELL-05");
        text.put(
                        DIESEL,
                        NON_INDUSTRIAL,
                        wide(text.figure(DIESEL, NON_INDUSTRIAL).toPlainString()))
                .info("R-CELL-05");
        text.add(DIESEL, TOTAL, "100").error("R-205-1-01").warning("R-205-1-12");
        text.at(DIESEL, CLOSING).warning("R-205-1-06");

        Card unit = card("格内单位.xlsx", "数值格里写了“120吨”", "a unit typed into a number cell");
        unit.put(DIESEL, RAW, "120吨").error("R-CELL-06");

        Card uncalculated = card("未算公式.xlsx", "公式没有结果", "a formula without its result");
        uncalculated.uncalculated(GAS, RAW, "H25*0.1").error("R-CELL-10");

        Card date = card("日期.xlsx", "数值格里是日期，从 1904 年起算", "a date in a number cell, counted from 1904");
        from1904((XSSFWorkbook) date.sample().workbook());
        date.date("I25", LocalDate.of(2024, 1, 2), "m\"月\"d\"日\"").error("R-CELL-01");

        Card injection = card(
                "公式注入.xlsx", "单位名称以等号开头；天然气用于原材料填了文字", "the unit's name begins as a formula; words in a number cell");
        injection.put("A5", "单位详细名称：=HYPERLINK(\"http://example.invalid\",\"虚构厂\")");
        injection.put(GAS, RAW, "=1+1|cmd").error("R-CELL-01");

        exported("网页导出.xls", Format.HTML, "网页改名为 .xls，合计多了 100", "a web page under .xls, a total 100 too large");
        exported(
                "制表符.xls",
                Format.TSV,
                "制表符文本改名为 .xls，合计多了 100",
                "tab-separated text under .xls, a total 100 too large");
        exported("逗号.csv", Format.CSV, "UTF-8 的 CSV，合计多了 100", "CSV in UTF-8, a total 100 too large");
        exported("逗号国标.csv", Format.CSV_GB18030, "GB18030 的 CSV，合计多了 100", "CSV in GB18030, a total 100 too large");
        exported(
                "XML表格.xls",
                Format.XML_SPREADSHEET,
                "XML 表格 2003 改名为 .xls，合计多了 100",
                "XML Spreadsheet 2003 under .xls, a total 100 too large");
    }

    private void exported(String name, Format format, String zh, String en) {
        Card card = Card.of(file(name, format, zh, en), places.plant(), PERIOD);
        card.add(GAS, TOTAL, "100").error("R-205-1-01");
        // 100 more are burnt than there were
        card.at(GAS, TOTAL).warning("R-205-1-12");
        card.at(GAS, PURCHASE).info("R-205-1-21");
        card.put("石油焦", INDUSTRIAL, "约三百吨").error("R-CELL-01");
    }

    private static void from1904(XSSFWorkbook workbook) {
        var book = workbook.getCTWorkbook();
        (book.isSetWorkbookPr() ? book.getWorkbookPr() : book.addNewWorkbookPr()).setDate1904(true);
    }

    private static String wide(String number) {
        StringBuilder wide = new StringBuilder();
        for (char c : number.toCharArray()) {
            wide.append(c >= '0' && c <= '9' ? (char) (c - '0' + '０') : c == '.' ? '．' : c);
        }
        return wide.toString();
    }
}
