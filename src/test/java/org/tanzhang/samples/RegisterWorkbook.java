package org.tanzhang.samples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The year's register of units (基本单位名录): who reports, where it counts and in which division. */
final class RegisterWorkbook {
    private RegisterWorkbook() {}

    static Workbook of(int year, List<Enterprise> enterprises) {
        Workbook workbook = new XSSFWorkbook();
        SheetWriter sheet = new SheetWriter(workbook, "单位名录");
        sheet.widths(6, 22, 6);
        sheet.title(0, 6, "规模以上工业企业基本单位名录（合成样例，单位均为虚构）");
        sheet.text(1, 0, year + "年");
        sheet.headings(2, 0, List.of("序号", "统一社会信用代码", "单位详细名称", "行业代码", "区划代码", "所在区县", "所在园区"));
        List<Enterprise> order = new ArrayList<>(enterprises);
        Collections.shuffle(order, new Random(year));
        for (int i = 0; i < order.size(); i++) {
            Enterprise enterprise = order.get(i);
            sheet.text(i + 3, 0, Integer.toString(i + 1));
            sheet.text(i + 3, 1, enterprise.creditCode());
            sheet.text(i + 3, 2, enterprise.name());
            sheet.text(i + 3, 3, enterprise.trade().industryClass);
            sheet.text(i + 3, 4, enterprise.county().code);
            sheet.text(i + 3, 5, enterprise.county().fullName);
            if (enterprise.serial() % 3 != 0) {
                sheet.text(i + 3, 6, park(enterprise.county()));
            }
        }
        return workbook;
    }

    private static String park(County county) {
        return switch (county) {
            case FURONG -> "隆平高科技园";
            case TIANXIN -> "天心经济开发区";
            case YUELU -> "长沙高新技术产业开发区";
            case KAIFU -> "金霞经济开发区";
            case YUHUA -> "雨花经济开发区";
            case WANGCHENG -> "望城经济技术开发区";
            case CHANGSHA_COUNTY -> "长沙经济技术开发区";
            case LIUYANG -> "浏阳经济技术开发区";
            case NINGXIANG -> "宁乡经济技术开发区";
        };
    }
}
