package org.tanzhang.samples;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** A row of forms 205-1 and 205-2, in the form's order, with the ledger's carrier and the printed reference coefficient. */
public enum Fuel {
    RAW_COAL("原煤", "吨", "raw-coal", "原煤", "0.7143"),
    ANTHRACITE("    无烟煤", "吨", "anthracite", "无烟煤", "0.9428"),
    COKING_COAL("    炼焦烟煤", "吨", "coking-coal", "炼焦烟煤", "0.9"),
    BITUMINOUS_COAL("    一般烟煤", "吨", "bituminous-coal", "一般烟煤", "0.7143"),
    LIGNITE("    褐煤", "吨", "lignite", "褐煤", "0.4286"),
    CLEANED_COAL("洗精煤", "吨", "cleaned-coal", "洗精煤", "0.9"),
    OTHER_WASHED_COAL("其他洗煤", "吨", "other-washed-coal", "其他洗煤", "0.2857"),
    BRIQUETTES("煤制品", "吨", "briquettes", "煤制品", "0.5286"),
    COKE("焦炭", "吨", "coke", "焦炭", "0.9714"),
    OTHER_COKING_PRODUCTS("其他焦化产品", "吨", "other-coking-products", "其他焦化产品", "1.3"),
    COKE_OVEN_GAS("焦炉煤气", "万立方米", "coke-oven-gas", "焦炉煤气", "5.714"),
    BLAST_FURNACE_GAS("高炉煤气", "万立方米", "blast-furnace-gas", "高炉煤气", "1.286"),
    CONVERTER_GAS("转炉煤气", "万立方米", "converter-gas", "转炉煤气", "2.714"),
    OTHER_GAS("发生炉煤气", "万立方米", "other-gas", "其他煤气", "1.786"),
    NATURAL_GAS("天然气（气态）", "万立方米", "natural-gas", "天然气", "13.3"),
    LNG("液化天然气（液态）", "吨", "lng", "液化天然气", "1.7572"),
    COALBED_METHANE("煤层气（煤田）", "万立方米", "coalbed-methane", "煤层气", "11"),
    CRUDE_OIL("原油", "吨", "crude-oil", "原油", "1.4286"),
    GASOLINE("汽油", "吨", "gasoline", "汽油", "1.4714"),
    KEROSENE("煤油", "吨", "kerosene", "煤油", "1.4714"),
    DIESEL("柴油", "吨", "diesel", "柴油", "1.4571"),
    FUEL_OIL("燃料油", "吨", "fuel-oil", "燃料油", "1.4286"),
    LPG("液化石油气", "吨", "lpg", "液化石油气", "1.7143"),
    REFINERY_GAS("炼厂干气", "吨", "refinery-gas", "炼厂干气", "1.5714"),
    NAPHTHA("石脑油", "吨", "naphtha", "石脑油", "1.5"),
    LUBRICANTS("润滑油", "吨", "lubricants", "润滑油", "1.4143"),
    PARAFFIN("石蜡", "吨", "paraffin", "石蜡", "1.3648"),
    SOLVENT_OIL("溶剂油", "吨", "solvent-oil", "溶剂油", "1.4672"),
    PETROLEUM_COKE("石油焦", "吨", "petroleum-coke", "石油焦", "1.0918"),
    BITUMEN("石油沥青", "吨", "bitumen", "石油沥青", "1.3307"),
    OTHER_PETROLEUM("其他石油制品", "吨", "other-petroleum", "其他石油制品", "1.4"),
    HEAT("热力", "百万千焦", "heat", "热力", "0.0341"),
    ELECTRICITY("电力", "万千瓦时", "electricity", "电力", "1.229"),
    COAL_GANGUE("煤矸石（用于燃料）", "吨", "coal-gangue", "煤矸石", "0.2857"),
    MUNICIPAL_WASTE("城市生活垃圾（用于燃料）", "吨", "municipal-waste", "城市生活垃圾", "0.2714"),
    BIOMASS("生物燃料", "吨标准煤", "biomass", "生物燃料", "1"),
    WASTE_HEAT("余热余压", "百万千焦", "waste-heat", "余热余压", "0.0341"),
    INDUSTRIAL_WASTE("其他工业废料（用于燃料）", "吨", "industrial-waste", "其他工业废料", "0.4285"),
    OTHER_FUELS("其他燃料", "吨标准煤", "other-fuels", "其他燃料", "1");

    /** The four kinds that the balance and the card's first row hold together as 原煤. */
    static final Set<Fuel> KINDS_OF_RAW_COAL = Set.of(ANTHRACITE, COKING_COAL, BITUMINOUS_COAL, LIGNITE);

    /** Columns of the P303-1 balance in print, without 其他能源, which the samples leave empty. */
    static final List<Fuel> BALANCE_COLUMNS = List.of(
            RAW_COAL,
            CLEANED_COAL,
            OTHER_WASHED_COAL,
            BRIQUETTES,
            COAL_GANGUE,
            COKE,
            COKE_OVEN_GAS,
            BLAST_FURNACE_GAS,
            CONVERTER_GAS,
            OTHER_GAS,
            OTHER_COKING_PRODUCTS,
            CRUDE_OIL,
            GASOLINE,
            KEROSENE,
            DIESEL,
            FUEL_OIL,
            NAPHTHA,
            LUBRICANTS,
            PARAFFIN,
            SOLVENT_OIL,
            BITUMEN,
            PETROLEUM_COKE,
            LPG,
            REFINERY_GAS,
            OTHER_PETROLEUM,
            NATURAL_GAS,
            LNG,
            HEAT,
            ELECTRICITY);

    private static final Set<Fuel> STORED = Set.of(NAPHTHA, LUBRICANTS, PARAFFIN, SOLVENT_OIL, BITUMEN);
    private static final Set<Fuel> MEMO = Set.of(MUNICIPAL_WASTE, BIOMASS, WASTE_HEAT);

    /** Caption as the card prints it, with the indent of a kind of coal. */
    public final String caption;

    public final String unit;
    final String carrier;
    final String carrierName;

    /** Reference coefficient as printed on the card: tce per unit. */
    public final BigDecimal referenceCoefficient;

    Fuel(String caption, String unit, String carrier, String carrierName, String referenceCoefficient) {
        this.caption = caption;
        this.unit = unit;
        this.carrier = carrier;
        this.carrierName = carrierName;
        this.referenceCoefficient = new BigDecimal(referenceCoefficient);
    }

    /** The form's row number, 01 to 39. */
    public String rowCode() {
        return "%02d".formatted(ordinal() + 1);
    }

    /** The balance's column: 原煤 over its four kinds, every other carrier its own. */
    Fuel group() {
        return KINDS_OF_RAW_COAL.contains(this) ? RAW_COAL : this;
    }

    boolean isRawCoal() {
        return group() == RAW_COAL;
    }

    /** Electricity and heat: scope 2, no fuel. */
    boolean isSecondary() {
        return this == ELECTRICITY || this == HEAT;
    }

    /** Products that are not fuel: their carbon stays stored (METHOD 2). */
    boolean isStored() {
        return STORED.contains(this);
    }

    /** Carriers shown as a memo only: no ledger row. */
    boolean isMemo() {
        return MEMO.contains(this);
    }

    /** Blast-furnace and converter gas: their carbon is counted in the coke they come from (in-coke). */
    boolean isCarbonInCoke() {
        return this == BLAST_FURNACE_GAS || this == CONVERTER_GAS;
    }

    /** Unit of the balance's column: ten thousand of the card's units. */
    String balanceUnit() {
        return switch (unit) {
            case "万立方米" -> "亿立方米";
            case "万千瓦时" -> "亿千瓦时";
            case "百万千焦" -> "百亿千焦";
            default -> "万" + unit;
        };
    }
}
