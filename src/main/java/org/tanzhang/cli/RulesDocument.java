package org.tanzhang.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tanzhang.quality.FindingWords;
import org.tanzhang.quality.Rule;
import org.tanzhang.quality.RuleBook;

/** The catalogue of rules as a Markdown document, Chinese with the English title; {@code src/docs/rules.md} is one. */
final class RulesDocument {

    private static final FindingWords WORDS = FindingWords.in("zh");

    private RulesDocument() {}

    /** The rules of the book; severities that a bureau set are said with their reason. */
    static String of(RuleBook book) {
        StringBuilder text = new StringBuilder("""
                # 审核规则

                本文由 `jobs/tanzhang rules --markdown` 从规则目录（`src/main/resources/rules/`）生成，不要手工修改。
                每条规则有固定的编号，编号不会改作他用。**错误**使报表退回，**警告**照收但要有人看，**提示**只作告知。
                依据中注明“未核实”的，是凭记忆引用、尚未见到原文的。

                合计与分项相比的容差是（有数的分项＋合计）的格数 × 半个末位。末位以规则所写的为准（两位小数，半个即 0.005）；
                表中同一计量单位填了 20 个以上的数（零不计）、都没有填到这一位的，以实际填到的最后一位为准
                （全是整数的，半个末位为 0.5）；数少的表看不出取舍，仍按规则所写。
                只有一个分项有数、或合计空白的，不存在舍入，不放宽。

                本局可以改变一条规则的轻重或停用它：在数据目录下的 `rules.yml` 里写明规则、轻重（error、warning、info、off）和理由，
                理由同数据一起保存：

                ```yaml
                overrides:
                  - {rule: R-EB-05, severity: info, reason: "……"}
                ```

                """);
        Map<String, List<Rule>> bySeverity = book.rules().stream()
                .collect(Collectors.groupingBy(r -> r.severity().code(), LinkedHashMap::new, Collectors.toList()));
        text.append("共 ").append(book.rules().size()).append(" 条：错误 ");
        text.append(count(bySeverity, "error")).append("，警告 ").append(count(bySeverity, "warning"));
        text.append("，提示 ").append(count(bySeverity, "info")).append("。\n\n");
        text.append("| 规则 | 轻重 | 内容 | 适用表式 |\n|---|---|---|---|\n");
        for (Rule rule : book.rules()) {
            text.append("| [").append(rule.id()).append("](#").append(rule.id().toLowerCase(java.util.Locale.ROOT));
            text.append(") | ")
                    .append(severity(rule))
                    .append(" | ")
                    .append(cell(rule.title().zh()))
                    .append(" | ");
            text.append(String.join("、", rule.forms())).append(" |\n");
        }
        for (Rule rule : book.rules()) {
            text.append("\n## ").append(rule.id()).append("\n\n");
            text.append("**")
                    .append(rule.title().zh())
                    .append("**（")
                    .append(severity(rule))
                    .append("） · ");
            text.append(rule.title().en()).append("\n\n");
            text.append("- 理由：").append(rule.reason().zh()).append('\n');
            text.append("- 依据：").append(rule.basis()).append('\n');
            text.append("- 起用：").append(rule.since()).append('\n');
            text.append("- 示例：").append(rule.example().zh()).append('\n');
            text.append("- 提示：").append(WORDS.pattern(rule.id())).append('\n');
            book.override(rule.id())
                    .ifPresent(o -> text.append("- 本局改为 ")
                            .append(o.code())
                            .append("：")
                            .append(o.reason())
                            .append('\n'));
        }
        return text.toString();
    }

    private static int count(Map<String, List<Rule>> bySeverity, String code) {
        return bySeverity.getOrDefault(code, List.of()).size();
    }

    private static String severity(Rule rule) {
        return switch (rule.severity()) {
            case ERROR -> "错误";
            case WARNING -> "警告";
            case INFO -> "提示";
        };
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
