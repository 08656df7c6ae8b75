package org.tanzhang.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The year's output of the cement and steel works (B204-1 as the platform lists it). Worked from what they burnt, so that it
 * draws nothing: 0.14 t of coal a tonne of clinker; 0.35 t of limestone, 0.08 of dolomite and 0.2 of lime a tonne of coke.
 */
final class ProductWorkbook {

    private static final BigDecimal CLINKER_PER_COAL = new BigDecimal("7.14");
    private static final BigDecimal LIMESTONE_PER_COKE = new BigDecimal("0.35");
    private static final BigDecimal DOLOMITE_PER_COKE = new BigDecimal("0.08");
    private static final BigDecimal LIME_PER_COKE = new BigDecimal("0.2");

    private ProductWorkbook() {}

    static Workbook of(int year, List<Card> cards) {
        Workbook workbook = new XSSFWorkbook();
        SheetWriter sheet = new SheetWriter(workbook, "产品产量");
        sheet.widths(22, 26, 6);
        sheet.title(0, 6, "工业主要产品产量（B204-1，合成样例，单位均为虚构）");
        sheet.text(1, 0, year + "年");
        sheet.headings(2, 0, List.of("统一社会信用代码", "单位详细名称", "年份", "水泥熟料（吨）", "石灰（吨）", "熔剂用石灰石（吨）", "熔剂用白云石（吨）"));
        int row = 3;
        for (Card card : makers(cards)) {
            sheet.text(row, 0, card.enterprise().creditCode());
            sheet.text(row, 1, card.enterprise().name());
            sheet.text(row, 2, Integer.toString(year));
            if (card.enterprise().trade() == Trade.CEMENT) {
                sheet.number(row, 3, made(card, Fuel.BITUMINOUS_COAL, CLINKER_PER_COAL));
            } else {
                sheet.number(row, 4, made(card, Fuel.COKE, LIME_PER_COKE));
                sheet.number(row, 5, made(card, Fuel.COKE, LIMESTONE_PER_COKE));
                sheet.number(row, 6, made(card, Fuel.COKE, DOLOMITE_PER_COKE));
            }
            row++;
        }
        return workbook;
    }

    private static List<Card> makers(List<Card> cards) {
        List<Card> makers = new ArrayList<>(cards);
        makers.removeIf(card ->
                card.enterprise().trade() != Trade.CEMENT && card.enterprise().trade() != Trade.STEEL);
        return makers;
    }

    private static BigDecimal made(Card card, Fuel fuel, BigDecimal perTonne) {
        Optional<CardLine> line = card.line(fuel);
        return line.map(l -> l.total().multiply(perTonne).setScale(0, RoundingMode.HALF_UP))
                .orElse(BigDecimal.ZERO);
    }
}
