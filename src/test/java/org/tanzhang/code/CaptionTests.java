package org.tanzhang.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spellings as forms.md quotes them from real forms (1.2 to 1.7, 2.1, 2.2, 3.2). */
@DisplayName("A caption")
class CaptionTests {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // the yearbook's balance, 2.1
                "一.可供本地区消费的能源量 | 可供本地区消费的能源量",
                "二.加工转换投入(-)产出(+)量 | 加工转换投入产出量",
                "    1.火力发电 | 火力发电",
                "    #焦炭再投入量(-) | 焦炭再投入量",
                "9.库存增(-)、减(+)量 | 库存增、减量",
                "6.本省(区、市)调出量(-) | 本省(区、市)调出量",
                "8.外轮、机在我国加油量(-) | 外轮、机在我国加油量",
                "四.终端消费量 | 终端消费量",
                "  #用作原料、材料 | 用作原料、材料",
                // P303-1, 2.2
                "一、可供本地区消费能源量 | 可供本地区消费能源量",
                "(九)年末库存量(-) | 年末库存量",
                "（六）制气 | 制气",
                "其中：焦炭再投入量（－） | 焦炭再投入量",
                "其中:运输和输配损失 | 运输和输配损失",
                "五、平衡差额(+、-) | 平衡差额",
                "五、平衡差额（＋、－） | 平衡差额",
                "(一)第一产业 | 第一产业",
                "１．农、林、牧、渔业 | 农、林、牧、渔业",
                "3、其他 | 其他",
                "十二、其他 | 其他",
                // the card, 1.2 and 1.5
                "合计中：运输工具消费 | 运输工具消费",
                "合计中:运输工具消费 | 运输工具消费",
                "金额（千元） | 金额(千元)",
                "8.加工煤制品 | 加工煤制品",
                "5. 炼油及煤制油 | 炼油及煤制油",
                // names that only look like numbering
                "一般烟煤 | 一般烟煤",
                "一次能源生产量 | 一次能源生产量",
                "第三产业 | 第三产业",
                // spaces and widths, 3.2
                "攸 县 | 攸县",
                "长　沙　县 | 长沙县",
                "天然气（气态） | 天然气(气态)",
                "ＬＰＧ | lpg",
                "Raw Coal | rawcoal",
                "工 业 | 工业"
            })
    @DisplayName("has one spelling, whatever its numbering, brackets, signs, width and spaces")
    void hasOneSpelling(String printed, String normal) {
        assertThat(Caption.normal(printed)).isEqualTo(normal);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "天然气（气态） | 天然气(气态)",
                "交通运输、仓储和邮政业 | 4.交通运输、仓储和邮政业",
                "本省（区、市）调出量（－） | 本省(区、市)调出量(-)",
                "二、加工转换投入（－）产出（＋）量 | 二.加工转换投入(-)产出(+)量"
            })
    @DisplayName("is one with its other printings")
    void isOneWithItsOtherPrintings(String one, String other) {
        assertThat(Caption.normal(one)).isEqualTo(Caption.normal(other));
    }
}
