package org.tanzhang.intake.template;

import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.tanzhang.observation.Reporter;

/** What the spreadsheet itself accepts in the cells to be filled in, with a word for whoever fills them. */
final class EntryRules {

    /** No figure of a statistical form comes near it. */
    private static final String WIDEST = "1000000000000000";

    /** A list of answers that is written into the rule may take no more letters. */
    private static final int LIST_LIMIT = 255;

    private final Sheet sheet;
    private final DataValidationHelper helper;
    private final Reporter.Kind reporter;
    private String nothing = "没有的留空";

    EntryRules(Sheet sheet, Reporter.Kind reporter) {
        this.sheet = sheet;
        this.helper = sheet.getDataValidationHelper();
        this.reporter = reporter;
    }

    /** Of a form that wants an explicit 0. */
    EntryRules withZeros() {
        nothing = "没有的填 0";
        return this;
    }

    /** Figures. An office may insist on a dash or a notation key, which stand for different things; a unit leaves blank. */
    void figures(CellRangeAddressList cells, boolean mayBeNegative, String hint) {
        if (cells.countRanges() == 0) {
            return;
        }
        DataValidationConstraint rule = mayBeNegative
                ? helper.createDecimalConstraint(OperatorType.BETWEEN, "-" + WIDEST, WIDEST)
                : helper.createDecimalConstraint(OperatorType.GREATER_OR_EQUAL, "0", null);
        String number = mayBeNegative ? "数值（可以为负）" : "不小于 0 的数值";
        boolean office = reporter == Reporter.Kind.REGION;
        add(
                rule,
                cells,
                office ? DataValidation.ErrorStyle.WARNING : DataValidation.ErrorStyle.STOP,
                "填写" + number + "，" + nothing + "。" + hint,
                "这里应填" + number + "，" + nothing + "。" + (office ? "确需填“-”或 NO、NE、IE、C、NA 的，选“是”。" : ""));
    }

    /** One of some answers; where others may stand too, they are asked about and not refused. */
    void choice(CellRangeAddressList cells, List<String> answers, boolean others, String what) {
        if (String.join(",", answers).length() > LIST_LIMIT || answers.isEmpty()) {
            return;
        }
        add(
                helper.createExplicitListConstraint(answers.toArray(String[]::new)),
                cells,
                others ? DataValidation.ErrorStyle.WARNING : DataValidation.ErrorStyle.STOP,
                what,
                what);
    }

    /** A text of some length. */
    void length(CellRangeAddressList cells, int from, int to, String what) {
        add(
                helper.createTextLengthConstraint(OperatorType.BETWEEN, String.valueOf(from), String.valueOf(to)),
                cells,
                DataValidation.ErrorStyle.STOP,
                what,
                what);
    }

    private void add(
            DataValidationConstraint rule, CellRangeAddressList cells, int severity, String prompt, String error) {
        DataValidation validation = helper.createValidation(rule, cells);
        validation.setEmptyCellAllowed(true);
        validation.setErrorStyle(severity);
        validation.createPromptBox("填报说明", prompt);
        validation.setShowPromptBox(true);
        validation.createErrorBox("请核对", error);
        validation.setShowErrorBox(true);
        // the two formats mean opposite things by this flag
        if (rule.getValidationType() == DataValidationConstraint.ValidationType.LIST) {
            validation.setSuppressDropDownArrow(!(sheet instanceof HSSFSheet));
        }
        sheet.addValidationData(validation);
    }
}
