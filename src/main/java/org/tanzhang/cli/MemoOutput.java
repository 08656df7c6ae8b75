package org.tanzhang.cli;

import java.util.List;
import org.tanzhang.ledger.MemoRepository.MemoRow;
import org.tanzhang.ledger.TidyRow;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The memo tables of a run as JSON: beside its totals and never in them. */
final class MemoOutput {

    private MemoOutput() {}

    static void of(List<MemoRow> rows, ArrayNode array) {
        for (MemoRow row : rows) {
            ObjectNode node = array.addObject();
            node.put("kind", row.kind());
            node.put("region_code", row.regionCode());
            node.put("basis", row.basis());
            node.put("sector_code", row.sectorCode());
            node.put("subject_code", row.subjectCode());
            node.put("activity", row.activity() == null ? null : TidyRow.plain(row.activity()));
            node.put("unit", row.unit());
            node.put("co2_t", row.co2() == null ? null : TidyRow.plain(row.co2()));
            node.put("notation", row.notation());
            node.put("inside_total", row.insideTotal());
            node.put("note", row.note());
            node.put("verification", row.verification());
        }
    }
}
