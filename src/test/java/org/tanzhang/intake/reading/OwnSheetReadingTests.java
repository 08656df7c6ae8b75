package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanzhang.intake.workbook.OwnSheet;

/** The program's own sheets (last year's figures, the list of findings) among a sender's. */
@DisplayName("A sheet beside the form")
class OwnSheetReadingTests {

    private static final String PLANT = "91430121MA4LXYAW1Y";

    private static Sketch drawSecondCard(Sketch sketch) {
        return sketch.drawCard("柴油", "汽油")
                .set("A4", "统一社会信用代码：" + PLANT)
                .set("A5", "单位详细名称：乙电厂")
                .set("G10", 7)
                .set("H10", 7);
    }

    private static Sketch oneCardAnd(String sheet) {
        return Sketch.card("原煤", "汽油").set("G10", 9).set("H10", 9).sheet(sheet);
    }

    @ParameterizedTest
    @ValueSource(strings = {"上年数据", "上年数", "审核结果说明", "审核结果", "审核结果(2)"})
    @DisplayName("is the sender's own and read, whatever its name, where nothing on it says otherwise")
    void sendersOwnSheetIsRead(String name) {
        Reading both = Reading.of(drawSecondCard(oneCardAnd(name)));
        assertThat(both.statements())
                .containsExactly("205-1 91430112MA4LXYAW1X 2024-01..12", "205-1 " + PLANT + " 2024-01..12");
        assertThat(both.numbers())
                .contains("consumption/diesel = 7 t at " + name + "!G10", "consumption/raw-coal = 9 t at 205-1!G10");
        assertThat(both.findings()).isEmpty();
    }

    @Test
    @DisplayName("is named when it carries the name of a list of findings but no table")
    void notesOfTheSenderAreNamed() {
        assertThat(Reading.of(oneCardAnd("审核结果").set("A1", "处长意见")).findings())
                .containsExactly("R-FORM-05 info 审核结果 [审核结果]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A2", "B3", "A10"})
    @DisplayName("is the program's own and passed over where its name and its line say so, moved down or not")
    void ownSheetIsPassedOver(String line) {
        for (OwnSheet own : OwnSheet.values()) {
            Reading card = Reading.of(
                    drawSecondCard(oneCardAnd(own.label() + "（205-1）")).set(line, own.line()));
            assertThat(card.statements()).containsExactly("205-1 91430112MA4LXYAW1X 2024-01..12");
            assertThat(card.findings()).isEmpty();
        }
    }

    @Test
    @DisplayName("is read when it carries the line but not the name: somebody filled in a copy of it")
    void renamedSheetIsRead() {
        Reading both = Reading.of(drawSecondCard(oneCardAnd("205-1乙")).set("A2", OwnSheet.LAST_YEAR.line()));
        assertThat(both.statements()).hasSize(2).contains("205-1 " + PLANT + " 2024-01..12");
    }
}
