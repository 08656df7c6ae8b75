package org.tanzhang.report;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.tanzhang.code.Name;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;

/** 发现: what the accounting found, gravest first as the ledger keeps it, in both languages. */
final class FindingSheet {

    private FindingSheet() {}

    static void write(Inventory inventory, Page page) {
        page.title("发现", "核算中发现的问题　Findings of the accounting");
        page.text(
                2,
                0,
                inventory.findings().isEmpty()
                        ? "没有发现。 None."
                        : "共 %s 条。 %1$s in all."
                                .formatted(Integer.toString(inventory.findings().size())),
                Style.SUBTITLE);
        List<Name> captions = List.of(
                new Name("级别", "severity"),
                new Name("规则", "rule"),
                new Name("对象", "subject"),
                new Name("内容", "what was found"),
                new Name("英文", "in English"));
        for (int c = 0; c < captions.size(); c++) {
            page.header(3, c, captions.get(c), Style.HEADER);
        }
        FindingWords zh = FindingWords.in("zh");
        FindingWords en = FindingWords.in("en");
        int row = 4;
        for (Finding finding : inventory.findings()) {
            page.text(
                    row,
                    0,
                    Words.severity(finding.severity()).zh(),
                    switch (finding.severity()) {
                        case ERROR -> Style.ERROR;
                        case WARNING -> Style.WARNING;
                        case INFO -> Style.INFO;
                    });
            page.text(row, 1, finding.rule(), Style.TEXT);
            page.text(row, 2, subject(finding), Style.WRAPPED);
            page.text(row, 3, zh.of(finding), Style.WRAPPED);
            page.text(row, 4, en.of(finding), Style.ENGLISH);
            row++;
        }
        page.sheet().setAutoFilter(new CellRangeAddress(3, Math.max(4, row - 1), 0, captions.size() - 1));
        page.sheet().createFreezePane(2, 4);
        page.width(0, 8);
        page.width(1, 16);
        page.width(2, 40);
        page.width(3, 62);
        page.width(4, 62);
        page.finish(3, 3, InventoryWorkbook.footer(inventory));
    }

    private static String subject(Finding finding) {
        CellAddress cell = finding.cell();
        if (cell != null) {
            return cell.toString();
        }
        return finding.sheet() == null ? finding.subject() : finding.sheet();
    }
}
