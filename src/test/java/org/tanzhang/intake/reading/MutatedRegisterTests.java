package org.tanzhang.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.observation.CellAddress;
import org.tanzhang.samples.broken.SoundWorkbooks;

/** The unit register, every line of it spoilt in one way or another. */
@DisplayName("A slip in a sound register")
class MutatedRegisterTests {

    private static final long SEED = 20250322L;

    /** Of a register of a hundred lines, read this often. */
    private static final int ROUNDS = 4;

    /** The slips that senders make in a line: where, what stands there then, and where it is to be told. */
    private enum Slip {
        CODE_BLANK("统一社会信用代码", "统一社会信用代码"),
        CODE_MISTYPED("统一社会信用代码", "统一社会信用代码"),
        NAME_BLANK("单位详细名称", "单位详细名称"),
        DIVISION_UNKNOWN("行业代码", "行业代码"),
        DIVISION_BLANK("行业代码", "行业代码"),
        ANOTHER_DIVISION("行业代码", ""),
        REGION_UNKNOWN("区划代码", "区划代码"),
        REGION_BLANK("区划代码", "区划代码"),
        /** the line moved to another county, the name left as it was */
        REGION_MOVED("区划代码", "所在区县"),
        COUNTY_MOVED("所在区县", "所在区县"),
        COUNTY_BLANK("所在区县", ""),
        TOWN_OF_ANOTHER_COUNTY("乡镇街道代码", "乡镇街道代码"),
        SCOPE_UNKNOWN("统计范围", "统计范围"),
        SCOPE_BLANK("统计范围", ""),
        SHARES_ABOVE_ONE("所在园区", "所在园区"),
        SHARES_WANTING("所在园区", "所在园区"),
        PARK_BLANK("所在园区", ""),
        MONTH_UNREADABLE("开业时间", "开业时间"),
        OPENED_LATER("开业时间", "统一社会信用代码"),
        CLOSED_BEFORE_IT_OPENED("关闭时间", "关闭时间"),
        CLOSED_LONG_AGO("关闭时间", "统一社会信用代码"),
        MONTH_THIRTEEN("起始月份", "起始月份"),
        LAST_BEFORE_FIRST("终止月份", "终止月份");

        private final String column;
        /** Empty where nobody can see it in the register alone. */
        private final String toldAt;

        Slip(String column, String toldAt) {
            this.column = column;
            this.toldAt = toldAt;
        }
    }

    /** What a register alone does not show, and why. */
    private static final Map<Slip, String> UNDETECTABLE = Map.of(
            Slip.ANOTHER_DIVISION, "any class may be a unit's; R-PROCESS compares it with what the unit reports",
            Slip.COUNTY_BLANK, "the code counts, the name is for the eye",
            Slip.SCOPE_BLANK, "blank is 本地, as the form says",
            Slip.PARK_BLANK, "most units lie in no park");

    private record Made(Slip slip, CellAddress cell, CellAddress told) {}

    @Test
    @DisplayName("is told at its cell, all of a register in one pass, or nobody could see it there")
    void isTold() throws IOException {
        List<String> unseen = new ArrayList<>();
        List<String> tooMany = new ArrayList<>();
        Set<Slip> made = new TreeSet<>();
        int slips = 0;
        int number = 0;
        for (byte[] register : registers()) {
            for (int round = 0; round < ROUNDS; round++) {
                Random random = new Random(SEED + number++);
                try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(register))) {
                    List<Made> all = spoil(workbook.getSheetAt(0), random);
                    slips += all.size();
                    Set<CellAddress> told = new java.util.HashSet<>();
                    Reading.of(bytes(workbook)).all().forEach(f -> told.add(f.cell()));
                    for (Made one : all) {
                        made.add(one.slip());
                        boolean excused = UNDETECTABLE.containsKey(one.slip());
                        if (!excused && !told.contains(one.told())) {
                            unseen.add(one.toString());
                        } else if (excused && told.contains(one.cell())) {
                            tooMany.add(one.toString());
                        }
                    }
                }
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(tooMany).as("excused, yet told").isEmpty();
        assertThat(made).containsExactly(Slip.values());
        assertThat(slips).isGreaterThanOrEqualTo(800);
    }

    /** The sample city's registers, and one with every column. */
    private static List<byte[]> registers() throws IOException {
        List<byte[]> registers = new ArrayList<>();
        for (String year : List.of("2023", "2024")) {
            registers.add(Files.readAllBytes(Path.of("samples/inbox", year, "名录_430100.xlsx")));
        }
        for (int i = 0; i < 3; i++) {
            registers.add(SoundWorkbooks.register());
        }
        for (byte[] register : registers) {
            assertThat(Reading.of(register).findings()).isEmpty();
        }
        return registers;
    }

    /** One slip a line, of those that the register has a column for. */
    private static List<Made> spoil(Sheet sheet, Random random) {
        Map<String, Integer> columns = new HashMap<>();
        Row head = head(sheet);
        head.forEach(c -> columns.put(c.getStringCellValue(), c.getColumnIndex()));
        List<Slip> possible = List.of(Slip.values()).stream()
                .filter(s -> columns.containsKey(s.column) && (s.toldAt.isEmpty() || columns.containsKey(s.toldAt)))
                .toList();
        List<Made> made = new ArrayList<>();
        for (Row row : sheet) {
            if (row.getRowNum() <= head.getRowNum() || row.getCell(columns.get("统一社会信用代码")) == null) {
                continue;
            }
            Slip slip = possible.get(random.nextInt(possible.size()));
            Cell cell = row.getCell(columns.get(slip.column), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            change(slip, cell, row, columns, random);
            CellAddress at = new CellAddress(sheet.getSheetName(), row.getRowNum(), cell.getColumnIndex());
            CellAddress told = slip.toldAt.isEmpty()
                    ? at
                    : new CellAddress(sheet.getSheetName(), row.getRowNum(), columns.get(slip.toldAt));
            made.add(new Made(slip, at, told));
        }
        return made;
    }

    private static Row head(Sheet sheet) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getStringCellValue().equals("统一社会信用代码")) {
                    return row;
                }
            }
        }
        throw new IllegalStateException("no register");
    }

    private static void change(Slip slip, Cell cell, Row row, Map<String, Integer> columns, Random random) {
        switch (slip) {
            case CODE_BLANK, NAME_BLANK, DIVISION_BLANK, REGION_BLANK, COUNTY_BLANK, SCOPE_BLANK, PARK_BLANK ->
                cell.setBlank();
            case CODE_MISTYPED -> cell.setCellValue(mistyped(cell.getStringCellValue(), random));
            case DIVISION_UNKNOWN ->
                cell.setCellValue(List.of("水泥", "9911", "4").get(random.nextInt(3)));
            case ANOTHER_DIVISION -> cell.setCellValue(cell.getStringCellValue().startsWith("30") ? "2221" : "3011");
            case REGION_UNKNOWN -> cell.setCellValue("430199");
            case REGION_MOVED -> cell.setCellValue(cell.getStringCellValue().equals("430102") ? "430111" : "430102");
            case COUNTY_MOVED -> cell.setCellValue(cell.getStringCellValue().equals("芙蓉区") ? "雨花区" : "芙蓉区");
            case TOWN_OF_ANOTHER_COUNTY -> cell.setCellValue("430199001000");
            case SCOPE_UNKNOWN -> cell.setCellValue("集团");
            case SHARES_ABOVE_ONE -> cell.setCellValue("望城经开区70%；湖南湘江新区50%");
            case SHARES_WANTING -> cell.setCellValue("望城经开区；湖南湘江新区");
            case MONTH_UNREADABLE -> cell.setCellValue("去年底");
            case OPENED_LATER -> cell.setCellValue("2026年3月");
            case CLOSED_BEFORE_IT_OPENED -> cell.setCellValue("2009年1月");
            case CLOSED_LONG_AGO -> cell.setCellValue("2015年6月");
            case MONTH_THIRTEEN -> cell.setCellValue("13");
            case LAST_BEFORE_FIRST -> {
                cell.setCellValue("2");
                row.getCell(columns.get("起始月份"), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                        .setCellValue("8");
            }
        }
    }

    private static String mistyped(String code, Random random) {
        int at = 8 + random.nextInt(8);
        return code.substring(0, at) + (code.charAt(at) == '7' ? '4' : '7') + code.substring(at + 1);
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
