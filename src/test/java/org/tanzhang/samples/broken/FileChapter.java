package org.tanzhang.samples.broken;

import static org.tanzhang.samples.broken.Card.DIESEL;
import static org.tanzhang.samples.broken.Card.TOTAL;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Files that cannot be opened, or of which something is to be said before their tables. */
final class FileChapter extends Chapter {

    FileChapter(Places places) {
        super("1-文件", places);
    }

    @Override
    void draw() {
        file("文本冒充.xlsx", "文本文件改了扩展名", "a text with a workbook's name")
                .finish(bytes -> "合成样例：这是一个文本文件，不是工作簿。\n".getBytes(StandardCharsets.UTF_8))
                .whole()
                .error("R-FILE-01");

        Sample empty = file("空表.xlsx", "只有一张空表", "one blank sheet");
        empty.workbook().createSheet("Sheet1");
        empty.whole().error("R-FILE-02");

        Card locked = card("加密.xlsx", "有打开密码（tanzhang）", "needs a password (tanzhang)");
        locked.sample().finish(Package::encrypted).whole().error("R-FILE-03");

        Card cut = card("截断.xlsx", "只剩前 60 % 的字节", "the first 60 % of the bytes");
        cut.sample().finish(b -> Arrays.copyOf(b, b.length * 3 / 5)).whole().error("R-FILE-04");

        Card cutOld = card("截断.xls", "BIFF8 文件只剩前 60 % 的字节", "the first 60 % of a BIFF8 file");
        cutOld.sample().finish(b -> Arrays.copyOf(b, b.length * 3 / 5)).whole().error("R-FILE-04");

        Card bomb = card("压缩炸弹.xlsx", "一个部件解压后大四百倍", "a part that inflates four hundred times");
        bomb.sample()
                .finish(b -> Package.with(b, "xl/worksheets/sheet1.xml", sheet -> sheet + " ".repeat(4 << 20)))
                .whole()
                .error("R-FILE-05");

        file("开放文档.xlsx", "OpenDocument 改了扩展名", "an OpenDocument under another name")
                .finish(bytes -> Package.openDocument())
                .whole()
                .error("R-FILE-06");

        Card dtd = card("外部实体.xlsx", "XML 中有文档类型和外部实体", "a document type with an external entity");
        dtd.sample()
                .finish(b -> Package.with(b, "xl/worksheets/sheet1.xml", Package::withExternalEntity))
                .whole()
                .error("R-FILE-09");

        Card macros = Card.of(
                file("带宏.xlsm", "带宏，柴油合计少一位数", "macros, and a digit lost from the total of diesel"),
                places.plant(),
                PERIOD);
        macros.sample().finish(Package::withMacros).whole().info("R-FILE-10");
        smaller(macros);

        Card hidden = card("隐藏行.xlsx", "柴油一行是隐藏的，里面的合计少一位数", "diesel is hidden, and a digit is lost from its total");
        hidden.hideRow(DIESEL).whole().info("R-FILE-11");
        smaller(hidden);

        Card linked = card(
                "引用他簿.xlsx",
                "公式引用另一个工作簿，柴油合计少一位数",
                "a formula refers to another workbook; a digit is lost from the total of diesel");
        linked.sample().finish(Package::withLink).whole().info("R-FILE-13");
        smaller(linked);

        Table unknown = new Table(file("未知表式.xlsx", "办公楼用水登记", "a register of the office's water"), "用水");
        unknown.line(1, "办公楼用水登记（合成样例）").line(2, "楼层", "月份", "用水（吨）", "备注");
        unknown.line(3, "一层", "2024年1月", 12).line(4, "二层", "2024年2月", 24);
        unknown.sample().whole().error("R-FORM-01");
    }

    /** Ten times less than its parts: 4 = 5 + 7 fails, so does 9 = 1 + 2 - 4, and less than the vehicles used. */
    private static void smaller(Card card) {
        card.times(DIESEL, TOTAL, "0.1").error("R-205-1-01");
        card.at(DIESEL, Card.CLOSING).warning("R-205-1-06");
        if (card.figure(DIESEL, Card.TRANSPORT).compareTo(card.figure(DIESEL, TOTAL)) > 0) {
            card.at(DIESEL, Card.TRANSPORT).error("R-205-1-03");
        }
    }
}
