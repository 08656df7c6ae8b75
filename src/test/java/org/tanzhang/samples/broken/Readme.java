package org.tanzhang.samples.broken;

import java.util.List;
import java.util.stream.Collectors;

/** The README of the broken samples: what they are, how they are tried, and every file with its fault in words. */
final class Readme {

    private static final String HEAD = """
            # 有毛病的样例 / Broken samples

            全部为合成数据，单位、代码、数量都是虚构的。每个文件里的毛病都是有意放进去的；`expected.csv` 逐条列出必须查出的问题：
            文件、工作表、单元格、规则、程度（error 退回，warning 警告，info 提示）。这张清单由生成程序按“放进了什么”写出，不是抄程序查出的结果。
            测试要求：清单上的每一条都恰好在那个单元格查出，此外一条也不多。

            All synthetic: units, codes and quantities are invented. Every fault was put in on purpose; `expected.csv` lists what must
            be found: file, sheet, cell, rule, severity (error returns the statement, warning and info do not). The list is written from what
            was put in, not from what the program found. The test asks that each line is found at exactly that cell, and nothing beside them.
            An empty sheet stands for the whole file, an empty cell for the whole sheet.

            ## 试一试 / Trying them

            依次导入（后面的要与前面的比较）/ import in this order, the later ones are compared with the earlier:

            ```sh
            jobs/tanzhang import samples/broken/0-名录
            jobs/tanzhang import samples/broken/先后/*/1-先
            jobs/tanzhang import samples/broken/[1-9]*-* samples/broken/先后/*/2-后
            ```

            | 文件夹 folder | 内容 | what |
            |---|---|---|
            | `0-名录` | 两年的名录，没有毛病；列出其他样例里的单位 | two sound registers that list the units of the other samples |
            | `1-文件` | 打不开或有话要说的文件 | files that cannot be opened, or of which something is to be said |
            | `2-单元格` | 单个数值格，各种文件格式 | single cells, in every format |
            | `3-表式` | 表式、报告期、地区、行列、单位、代码、版本 | form, period, region, rows and columns, units, codes, versions |
            | `4-企业表` | 205-1 的表内关系（文件名前两位是规则号） | relations of 205-1; a name begins with the rule's number |
            | `5-加工转换` | 205-2 的表内关系和两表之间 | relations of 205-2 and between both forms |
            | `6-平衡表` | 平衡表，两种版式 | balances in both dialects |
            | `7-导出表` | 分指标导出表 | wide exports |
            | `8-名录` | 有错的名录 | registers with faults |
            | `9-其他表` | 205-5、P109、区县其他部门 | 205-5, P109, a district's other sectors |
            | `10-地区表` | 国民经济主要指标、煤炭消费状况、标准量平衡表 | indicators, the coal survey, the balance in standard quantity |
            | `先后` | 与上年、上月、他人、名录、上级相比才看得出的；`1-先` 先导入，`2-后` 后导入 | what only shows beside last year's, last month's, another's, the register's or the city's; `1-先` comes before `2-后` |

            ## 重新生成 / Drawing them again

            在项目根目录 / in the project's root:

            ```sh
            mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
            java -cp "target/test-classes:$(cat target/test.classpath)" org.tanzhang.samples.broken.BrokenSamples samples/broken
            ```

            除加密文件（随机盐）外，每次生成的内容都相同；`BrokenSamplesDrawnTests` 核对本目录与生成结果。
            Every drawing gives the same content, but for the encrypted file (random salt); `BrokenSamplesDrawnTests` compares.

            ## 文件 / The files

            | 文件 file | 毛病 | fault | 应查出 must be found |
            |---|---|---|---|
            """;

    private Readme() {}

    static String of(List<Sample> samples) {
        return samples.stream()
                .map(s -> "| `" + s.file() + "` | " + s.zh() + " | " + s.en() + " | " + rules(s) + " |\n")
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String rules(Sample sample) {
        return sample.seeded().stream()
                .map(f -> f.rule() + (f.cell().isEmpty() ? "" : " " + f.cell()))
                .collect(Collectors.joining("、"));
    }
}
