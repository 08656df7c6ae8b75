package org.tanzhang.intake.returned;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.workbook.OwnSheet;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Severity;

/**
 * What stands on the sheets 审核结果 in front of a returned workbook: every finding, errors first, on as many sheets as
 * they need.
 *
 * @param head the lines above the captions
 * @param linked whether the cells that are named stand in this workbook
 */
record FindingTable(List<ReturnedFinding> findings, List<String> head, boolean linked) {

    static final String SHEET = OwnSheet.FINDINGS.label();
    static final String TITLE = OwnSheet.FINDINGS.line();

    /** Excel takes 65,530 links and an .xls 65,536 rows a sheet; the rest goes on a further one. */
    private static final int ROWS = 60_000;

    static final List<String> CAPTIONS = List.of(
            "级别 Severity",
            "规则 Rule",
            "工作表 Sheet",
            "单元格 Cell",
            "填报值 Value",
            "问题与处理 What is wrong and what to do",
            "编号 No.",
            "受理 Accepted",
            "相关单元格 Related cells");
    static final List<Integer> WIDTHS = List.of(15, 16, 22, 14, 20, 90, 10, 24, 30);
    static final int PLACE = 3;
    private static final int MESSAGE = 5;
    private static final int ACCEPTED = 7;
    private static final int RELATED = 8;
    private static final float LINE_POINTS = 14;
    private static final int MOST_LINES = 28;

    /** @param unmarked how many cells are coloured only, because no more comments fit */
    static FindingTable of(Answer answer, boolean linked, int unmarked) {
        List<ReturnedFinding> sorted = answer.findings().stream()
                .sorted(Comparator.comparing(ReturnedFinding::isAccepted)
                        .thenComparing(f -> f.finding().severity()))
                .toList();
        return new FindingTable(sorted, head(sorted, answer.notes(), linked, unmarked), linked);
    }

    static String name(Severity severity) {
        return switch (severity) {
            case ERROR -> "错误";
            case WARNING -> "警告";
            case INFO -> "提示";
        };
    }

    static String accepted(ReturnedFinding finding) {
        return "（已受理：" + finding.accepted() + "）";
    }

    /** The sheets' findings, one list a sheet. */
    List<List<ReturnedFinding>> pages() {
        if (findings.isEmpty()) {
            return List.of(List.of());
        }
        List<List<ReturnedFinding>> pages = new java.util.ArrayList<>();
        for (int from = 0; from < findings.size(); from += ROWS) {
            pages.add(findings.subList(from, Math.min(findings.size(), from + ROWS)));
        }
        return pages;
    }

    /** A name for a page that no sheet has yet; sheets' names are equal whatever their case. */
    static String freeName(Set<String> taken) {
        String name = SHEET;
        for (int n = 2; taken.contains(name); n++) {
            name = SHEET + "(" + n + ")";
        }
        return name;
    }

    private static List<String> head(List<ReturnedFinding> findings, List<String> notes, boolean linked, int unmarked) {
        StringBuilder summary = new StringBuilder("共 ").append(findings.size()).append(" 条");
        for (Severity severity : Severity.values()) {
            long count = findings.stream()
                    .filter(f -> f.finding().severity() == severity)
                    .count();
            summary.append("　").append(name(severity)).append(' ').append(count);
        }
        long accepted = findings.stream().filter(ReturnedFinding::isAccepted).count();
        if (accepted > 0) {
            summary.append("　已受理 ").append(accepted);
        }
        boolean wrong = findings.stream().anyMatch(f -> f.finding().isError() && !f.isAccepted());
        if (!linked) {
            summary.append("　本文件只列出问题，未附原表。");
        } else if (findings.stream().anyMatch(f -> f.finding().cell() != null)) {
            summary.append("　问题单元格已着色并加批注：红 错误，黄 警告，蓝 提示。");
        } else {
            summary.append("　");
        }
        summary.append(wrong ? linked ? "请改正后重报。" : "请按所列问题改正后重报。" : "没有错误，请核对；情况属实的不必重报。");
        if (linked && findings.stream().anyMatch(f -> !f.finding().related().isEmpty())) {
            summary.append("浅色的单元格与同一问题有关，见“相关单元格”。");
        }
        List<String> head = new java.util.ArrayList<>(List.of(TITLE, summary.toString()));
        head.addAll(notes);
        if (unmarked > 0) {
            head.add("批注数已达上限：另有 " + unmarked + " 个单元格只着色、未加批注，问题见下表。");
        }
        return head;
    }

    /** The captions' row, zero-based. */
    int captionRow() {
        return Math.max(3, head.size());
    }

    /** The cells of a finding's line. */
    static List<String> line(ReturnedFinding returned, FindingWords words) {
        Finding finding = returned.finding();
        CellAddress at = finding.cell();
        String sheet = finding.sheet();
        return List.of(
                name(finding.severity()),
                finding.rule(),
                sheet == null ? "" : sheet,
                at == null ? "" : at.a1(),
                finding.value(),
                words.of(finding),
                returned.id() == 0 ? "" : Long.toString(returned.id()),
                returned.accepted(),
                CellRanges.of(finding.related(), sheet));
    }

    /** Where a finding's cell is, as a link; null where there is nothing to link to. */
    @Nullable String link(ReturnedFinding finding, Set<String> sheets) {
        CellAddress at = finding.finding().cell();
        return linked && at != null && sheets.contains(at.sheet())
                ? "'" + at.sheet().replace("'", "''") + "'!" + at.a1()
                : null;
    }

    /** High enough for what is wrong, in points. */
    static float height(List<String> line) {
        int lines = Math.max(
                lines(line, MESSAGE),
                Math.max(Math.max(lines(line, ACCEPTED), lines(line, RELATED)), lines(line, MESSAGE - 1)));
        return LINE_POINTS * Math.min(lines, MOST_LINES) + 2;
    }

    private static int lines(List<String> line, int column) {
        int width = line.get(column).codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
        return 1 + (int) (1.1 * width) / WIDTHS.get(column);
    }

    /** Whether a spreadsheet might take a text for a formula once somebody edits it. */
    static boolean isLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }
}
