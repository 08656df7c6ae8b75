package org.tanzhang.samples.broken;

import static org.tanzhang.samples.broken.Register.CLOSED;
import static org.tanzhang.samples.broken.Register.CODE;
import static org.tanzhang.samples.broken.Register.COUNTY;
import static org.tanzhang.samples.broken.Register.FROM;
import static org.tanzhang.samples.broken.Register.INDUSTRY;
import static org.tanzhang.samples.broken.Register.MOVED_IN;
import static org.tanzhang.samples.broken.Register.MOVED_OUT;
import static org.tanzhang.samples.broken.Register.OPENED;
import static org.tanzhang.samples.broken.Register.PARK;
import static org.tanzhang.samples.broken.Register.REGION;
import static org.tanzhang.samples.broken.Register.SCOPE;
import static org.tanzhang.samples.broken.Register.TO;
import static org.tanzhang.samples.broken.Register.TOWN;

/** Registers of units: lines that are wrong by themselves, and lines that contradict each other. */
final class RegisterChapter extends Chapter {

    private int year = 1998;

    RegisterChapter(Places places) {
        super("8-名录", places);
    }

    /** A city's register of a year of its own, with three sound lines named 1, 2, 3. */
    private Register register(String name, String zh, String en) {
        Register register = new Register(file(name, zh, en), "长沙市", year++);
        for (String county : new String[] {"430102", "430104", "430181"}) {
            register.add(places.stranger(county));
        }
        return register;
    }

    @Override
    void draw() {
        Register cells =
                register("逐格有错.xlsx", "无代码、行业不存在、统计范围不对，一次指出", "no code, no industry, no scope: all named at once");
        cells.clear("1", CODE).error("R-REGISTER-01");
        cells.put("2", INDUSTRY, "99").error("R-REGISTER-03");
        cells.put("3", SCOPE, "集团").error("R-REGISTER-04");

        Register twice = register("重复.xls", "同一企业列了两行", "one enterprise in two lines");
        twice.put("3", CODE, twice.sheet().getRow(3).getCell(0).getStringCellValue())
                .error("R-REGISTER-02");

        Register dates = register(
                "日期.xlsx",
                "关闭早于开业；“去年底”不是年月；迁出早于迁入",
                "closed before it opened; a month that cannot be read; moved out before it moved in");
        dates.put("1", OPENED, "1998年5月");
        dates.put("1", CLOSED, "1998年3月").error("R-REGISTER-06");
        dates.put("2", MOVED_IN, "去年底").error("R-REGISTER-07");
        dates.put("3", MOVED_IN, "1999年8月");
        dates.put("3", MOVED_OUT, "1999年2月").error("R-REGISTER-06");

        Register gone = register("已经关闭.xlsx", "当年早已关闭的单位仍在名录", "a unit closed years before");
        gone.put("2", CLOSED, "1990年2月");
        gone.at("2", CODE).warning("R-REGISTER-08");

        Register parks = register("园区份额.xlsx", "园区份额合计 120 %；一家没有名称", "park shares of 120 %; a unit without a name");
        parks.put("2", PARK, "望城经开区70%；湖南湘江新区50%").error("R-REGISTER-10");

        parks.clear("3", Register.NAME).warning("R-REGISTER-15");

        Register overlap = register("月份重叠.xls", "同一单位一行 1-8 月，一行 6-12 月", "two lines whose months overlap");
        String code = overlap.sheet().getRow(3).getCell(0).getStringCellValue();
        overlap.put("1", TO, 8);
        overlap.put("2", CODE, code).error("R-REGISTER-11");
        overlap.put("2", FROM, 6);

        Register gap = register("月份空缺.xlsx", "4 月迁出，6 月迁入，缺 5 月", "out in April, in in June: May is missing");
        gap.put("1", TO, 4);
        gap.put("2", CODE, gap.sheet().getRow(3).getCell(0).getStringCellValue())
                .warning("R-REGISTER-14");
        gap.put("2", FROM, 6);

        Register places = register(
                "地点.xlsx",
                "街道代码不属于区县；区县名称与代码不符；区划代码当年不在使用",
                "a town of another county; name and code of the county differ; a code not in force");
        places.put("1", TOWN, "430999001000").error("R-REGISTER-12");
        places.put("2", COUNTY, otherThan(places.sheet().getRow(4).getCell(3).getStringCellValue()))
                .warning("R-REGISTER-13");
        places.put("3", REGION, "430112").error("R-REGION-02");
        places.put("3", COUNTY, "");

        Register check = register("校验位.xlsx", "名录中的信用代码末位错", "a wrong check character in the register");
        String right = check.sheet().getRow(4).getCell(0).getStringCellValue();
        check.put("2", CODE, right.substring(0, 17) + (right.endsWith("3") ? "4" : "3"))
                .warning("R-UNIT-CODE-03");

        Register column = register("缺区划代码.xls", "没有区划代码一列", "the column of region codes is wanting");
        column.put("D3", "电话");
        column.whole().error("R-FORM-02");
        for (String line : new String[] {"1", "2", "3"}) {
            column.at(line, CODE).error("R-REGION-01");
        }
    }

    private static String otherThan(String region) {
        return region.equals("430102") ? "雨花区" : "芙蓉区";
    }
}
