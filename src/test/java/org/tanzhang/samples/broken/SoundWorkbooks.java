package org.tanzhang.samples.broken;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tanzhang.samples.broken.Balance.Dialect;

/** Sound workbooks of every form as they are before anything is put into them; nobody else's test needs a folder of them. */
public final class SoundWorkbooks {

    private final Places places = new Places();
    private final Map<String, Sample> samples = new LinkedHashMap<>();

    private SoundWorkbooks() {}

    /** The workbooks of the forms that the sample city does not send, by name. */
    public static Map<String, byte[]> drawn() throws IOException {
        SoundWorkbooks all = new SoundWorkbooks();
        all.draw();
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        for (Map.Entry<String, Sample> sample : all.samples.entrySet()) {
            bytes.put(sample.getKey(), sample.getValue().bytes());
        }
        return bytes;
    }

    /** A register of a year with every column that it may have. */
    public static byte[] register() throws IOException {
        SoundWorkbooks all = new SoundWorkbooks();
        Register register = new Register(all.sample("名录"), "长沙市", 2024);
        for (int i = 0; i < 40; i++) {
            Plant plant = all.places.plant();
            String line = register.add(plant);
            register.put(line, Register.TOWN, plant.region() + "001000");
            register.put(line, Register.PARK, "望城经开区60%；湖南湘江新区40%");
            register.put(line, Register.OPENED, "2011年5月");
        }
        return register.sample().bytes();
    }

    private void draw() {
        Card.of(sample("P201"), places.plant(), "2024年", Card.Edition.OF_2010);
        Card.of(sample("累计"), places.plant(), "2024年1－6月", Card.Edition.CUMULATIVE);
        KeyUser.of205_5(sample("205-5"), places.plant(), Chapter.PERIOD);
        KeyUser.ofP109(sample("P109"), places.plant(), "2024年");
        new Saving(sample("节能"), places.plant(), 2024).pays(Saving.THOUSANDS, 1000);
        new District(sample("区县其他部门"), "长沙市望城区", 2024);
        new Matrix(sample("矩阵"), "长沙市", 2024);
        for (int year = 2003; year < 2006; year++) {
            Balance.of(sample("P303-1-" + year), Dialect.P303_1, "芙蓉区", year, year);
            Balance.of(sample("年鉴-" + year), Dialect.YEARBOOK, "芙蓉区", year, year);
        }
        for (String measure : new String[] {"消费合计", "购进实物量"}) {
            Export export = new Export(sample("导出-" + measure), "—" + measure);
            for (int i = 0; i < 40; i++) {
                export.add(places.plant(), 2024);
            }
        }
        Card mill = Card.of(sample("钢铁"), places.plant("3110"), Chapter.PERIOD);
        mill.burns("洗精煤", "2000", "0.9", "1.6").uses("焦炉煤气", "60", "5.714").uses("高炉煤气", "700", "1.286");
        Companion companion = Companion.of(mill, Chapter.PERIOD).puts(mill, "洗精煤", Companion.COKING, "2000");
        companion.putsCoal(mill, Companion.POWER, "900").makes(Card.ELECTRICITY, "180");
        companion.makes("焦炭", "1400").makes("焦炉煤气", "60");
        companion.put("高炉煤气", Companion.RECOVERY, 700);

        Products units = Products.byUnit(sample("产量"), 2024);
        for (int i = 0; i < 20; i++) {
            units.add(places.plant());
        }
        Products regions = Products.byRegion(sample("产量分地区"), 2024);
        Places.counties().forEach(regions::add);
        for (int year = 2003; year < 2006; year++) {
            Balance physical = Balance.of(new Sample("", Format.XLSX, "", ""), Dialect.P303_1, "芙蓉区", year, year);
            StandardBalance.of(sample("P303-4-" + year), physical, "芙蓉区", year);
        }
    }

    private Sample sample(String name) {
        Sample sample = new Sample(name + ".xlsx", Format.XLSX, "", "");
        samples.put(name, sample);
        return sample;
    }
}
