package org.tanzhang.intake.workbook;

import org.springframework.util.unit.DataSize;

/** Sizes as people write them. */
final class Sizes {

    private Sizes() {}

    static String of(DataSize size) {
        return size.toMegabytes() >= 1024 && size.toMegabytes() % 1024 == 0
                ? size.toGigabytes() + " GB"
                : size.toMegabytes() + " MB";
    }
}
