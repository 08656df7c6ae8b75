package org.tanzhang.intake.returned;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.workbook.OwnSheet;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Severity;

/**
 * What stands on the sheets 审核结果 in front of a returned workbook: every finding, errors first, on as many sheets as
 * they need.
 */
final class FindingTable {

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
    static final int RELATED = 8;
    private static final float LINE_POINTS = 14;
    private static final int MOST_LINES = 28;

    /** What stands together: what nobody accepts before what an officer accepts, in either the gravest first. */
    private record Group(boolean accepted, Severity severity) {

        static final List<Group> ALL = Stream.of(false, true)
                .flatMap(accepted -> Stream.of(Severity.values()).map(severity -> new Group(accepted, severity)))
                .toList();

        static Group of(ReturnedFinding finding) {
            return new Group(finding.isAccepted(), finding.finding().severity());
        }
    }

    /** What is done with the findings of one sheet. */
    interface Page {
        void write(List<ReturnedFinding> findings) throws IOException;
    }

    private final Findings findings;
    private final boolean linked;
    private final List<String> head;
    private final Map<Group, Integer> counts = new HashMap<>();
    private boolean anyCell;
    private boolean anyRelation;

    /**
     * @param linked whether the cells that are named stand in this workbook
     */
    FindingTable(Answer answer, boolean linked) {
        this.findings = answer.findings();
        this.linked = linked;
        for (ReturnedFinding finding : findings) {
            counts.merge(Group.of(finding), 1, Integer::sum);
            anyCell |= finding.finding().cell() != null;
            anyRelation |= !finding.finding().related().isEmpty();
        }
        List<String> lines = new ArrayList<>(List.of(TITLE, summary()));
        lines.addAll(answer.notes());
        head = List.copyOf(lines);
    }

    /** The lines above the captions. */
    List<String> head() {
        return head;
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

    /** How many findings stand on each sheet. */
    List<Integer> pages() {
        List<Integer> pages = new ArrayList<>();
        for (int from = 0; from == 0 || from < findings.count(); from += ROWS) {
            pages.add(Math.min(ROWS, findings.count() - from));
        }
        return pages;
    }

    /** Goes over the sheets' findings; those of one are held at a time. */
    void forEachPage(Page writer) throws IOException {
        List<ReturnedFinding> page = new ArrayList<>();
        for (Group group : Group.ALL) {
            if (!counts.containsKey(group)) {
                continue;
            }
            for (ReturnedFinding finding : findings) {
                if (!Group.of(finding).equals(group)) {
                    continue;
                }
                if (page.size() == ROWS) {
                    writer.write(page);
                    page.clear();
                }
                page.add(finding);
            }
        }
        writer.write(page);
    }

    /** A name for a page that no sheet has yet; sheets' names are equal whatever their case. */
    static String freeName(Set<String> taken) {
        String name = SHEET;
        for (int n = 2; taken.contains(name); n++) {
            name = SHEET + "(" + n + ")";
        }
        return name;
    }

    private String summary() {
        StringBuilder summary = new StringBuilder("共 ").append(findings.count()).append(" 条");
        for (Severity severity : Severity.values()) {
            int count = count(false, severity) + count(true, severity);
            summary.append("　").append(name(severity)).append(' ').append(count);
        }
        int accepted =
                Stream.of(Severity.values()).mapToInt(s -> count(true, s)).sum();
        if (accepted > 0) {
            summary.append("　已受理 ").append(accepted);
        }
        if (!linked) {
            summary.append("　本文件只列出问题，未附原表。");
        } else if (anyCell) {
            summary.append("　问题单元格已着色并加批注：红 错误，黄 警告，蓝 提示。");
        } else {
            summary.append("　");
        }
        if (count(false, Severity.ERROR) == 0) {
            summary.append("没有错误，请核对；情况属实的不必重报。");
        } else {
            summary.append(linked ? "请改正后重报。" : "请按所列问题改正后重报。");
        }
        if (linked && anyRelation) {
            summary.append("浅色的单元格与同一问题有关，见“相关单元格”。");
        }
        return summary.toString();
    }

    private int count(boolean accepted, Severity severity) {
        return counts.getOrDefault(new Group(accepted, severity), 0);
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
