package org.tanzhang.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The sheets of what stands beside the account, those that have something to say. */
final class BesideSheets {

    private BesideSheets() {}

    /** @param sheet makes a sheet of that name in the workbook */
    static List<Page> write(Inventory inventory, Beside beside, Function<String, Page> sheet) {
        List<Page> pages = new ArrayList<>();
        if (inventory.ledger().stream().anyMatch(r -> r.scope() == 2)) {
            ElectricitySheet.write(inventory, add(pages, sheet.apply("电力热力")));
        }
        if (beside.has("energy")) {
            EnergySheet.write(inventory, beside, add(pages, sheet.apply("能源总量")));
        }
        if (beside.has("reference")) {
            ReferenceSheet.write(inventory, beside, add(pages, sheet.apply("参考方法")));
        }
        if (beside.intensity().isStated()) {
            IntensitySheet.write(inventory, beside.intensity(), add(pages, sheet.apply("强度")));
        }
        return pages;
    }

    private static Page add(List<Page> pages, Page page) {
        pages.add(page);
        return page;
    }
}
