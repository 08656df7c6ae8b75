package org.tanzhang.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The yearly inventory as an Excel workbook in Chinese with English beneath: cover, summary, crosstabs, detail,
 * residuals, the balanced account, the composite check and the memo tables where there are any, factors and findings.
 *
 * <p>Cells hold the ledger's unrounded values and show two decimals; totals are formulas over them. The same inventory
 * gives the same bytes.
 */
public final class InventoryWorkbook {

    /** The earliest time that a zip archive can hold. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private InventoryWorkbook() {}

    /** Writes the workbook; at its place is the whole file or none. */
    public static void write(Inventory inventory, Path target) throws IOException {
        write(inventory, Beside.NOTHING, target);
    }

    /** Writes the workbook with what stands beside the account. */
    public static void write(Inventory inventory, Beside beside, Path target) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            describe(book, inventory);
            Look look = new Look(book);
            Page cover = new Page(book, look, "封面");
            Page city = new Page(book, look, "城市汇总");
            Page county = new Page(book, look, "区县×部门");
            Page carrier = new Page(book, look, "部门×品种");
            Page detail = new Page(book, look, "明细");
            Page residual = new Page(book, look, "差额");
            Optional<Page> balanced = inventory.closing().balanced().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Page(book, look, "平衡账"));
            Optional<Page> composite = inventory.checks().stream().anyMatch(CompositeSheet::holds)
                    ? Optional.of(new Page(book, look, "考核对照"))
                    : Optional.empty();
            List<Page> besides = BesideSheets.write(inventory, beside, name -> new Page(book, look, name));
            Optional<Page> carbon = inventory.checks().stream().anyMatch(CarbonSheet::holds)
                    ? Optional.of(new Page(book, look, "碳平衡"))
                    : Optional.empty();
            Optional<Page> memo =
                    inventory.memo().isEmpty() ? Optional.empty() : Optional.of(new Page(book, look, "备忘"));
            Optional<Page> park =
                    inventory.parks().isEmpty() ? Optional.empty() : Optional.of(new Page(book, look, "园区"));
            Page factor = new Page(book, look, "因子");
            Page finding = new Page(book, look, "发现");
            CountySheet counties = CountySheet.write(inventory, county);
            CitySheet summary = CitySheet.write(inventory, city, counties);
            CarrierSheet.write(inventory, carrier);
            DetailSheet.write(inventory, detail);
            ResidualSheet.write(inventory, residual);
            balanced.ifPresent(page -> BalancedSheet.write(inventory, page));
            composite.ifPresent(page -> CompositeSheet.write(inventory, page));
            carbon.ifPresent(page -> CarbonSheet.write(inventory, page));
            memo.ifPresent(page -> MemoSheet.write(inventory, page));
            park.ifPresent(page -> ParkSheet.write(inventory, page));
            FactorSheet.write(inventory, factor);
            FindingSheet.write(inventory, finding);
            List<Page> contents = new ArrayList<>(List.of(city, county, carrier, detail, residual));
            balanced.ifPresent(contents::add);
            composite.ifPresent(contents::add);
            contents.addAll(besides);
            carbon.ifPresent(contents::add);
            memo.ifPresent(contents::add);
            park.ifPresent(contents::add);
            contents.addAll(List.of(factor, finding));
            new CoverSheet(inventory, cover).write(summary, contents);
            book.setActiveSheet(0);
            WholeFile.write(target, out -> writeUndated(book, out));
        }
    }

    /** Without the times of writing that a package carries on its parts, so that the same inventory gives the same bytes. */
    private static void writeUndated(XSSFWorkbook book, OutputStream out) throws IOException {
        ByteArrayOutputStream dated = new ByteArrayOutputStream();
        book.write(dated);
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(dated.toByteArray()))) {
            ZipOutputStream undated = new ZipOutputStream(out);
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                ZipEntry entry = new ZipEntry(part.getName());
                entry.setTimeLocal(EPOCH);
                undated.putNextEntry(entry);
                parts.transferTo(undated);
            }
            undated.finish();
        }
    }

    private static void describe(XSSFWorkbook book, Inventory inventory) {
        Optional<Date> created = Optional.of(Date.from(inventory.run().created()));
        POIXMLProperties.CoreProperties core = book.getProperties().getCoreProperties();
        core.setCreator("Tanzhang");
        core.setLastModifiedByUser("Tanzhang");
        core.setCreated(created);
        core.setModified(created);
        core.setTitle(CoverSheet.title(inventory));
        core.setIdentifier(inventory.run().digest());
        book.getProperties().getExtendedProperties().setApplication("Tanzhang");
    }

    /** The footer of every sheet: which run this is. */
    static String footer(Inventory inventory) {
        return "碳账 Tanzhang  运行 run %d  %s"
                .formatted(inventory.run().id(), inventory.run().digest().substring(0, 12));
    }
}
