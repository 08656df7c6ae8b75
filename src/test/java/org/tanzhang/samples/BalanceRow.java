package org.tanzhang.samples;

import java.util.List;

/** Rows of form P303-1, in print, with the ledger's sector where a row is one. */
enum BalanceRow {
    SUPPLY("一、可供本地区消费的能源量"),
    OPENING_STOCK("  （一）年初库存量"),
    PRIMARY_PRODUCTION("  （二）一次能源生产量"),
    INFLOW("  （三）外省（区、市）调入量"),
    IMPORT("  （四）进口量"),
    REFUELLED_ABROAD("  （五）我轮、机在外国加油量"),
    OUTFLOW("  （六）本省（区、市）调出量(-)"),
    EXPORT("  （七）出口量(-)"),
    REFUELLED_HERE("  （八）外轮、机在我国加油量(-)"),
    CLOSING_STOCK("  （九）年末库存量(-)"),
    TRANSFORMATION("二、加工转换投入(-)产出(+)量"),
    POWER("  （一）火力发电"),
    HEAT_SUPPLY("  （二）供热"),
    WASHING("  （三）煤炭洗选"),
    COKING("  （四）炼焦"),
    REFINING("  （五）炼油及煤制油"),
    OIL_REINPUT("      其中：油品再投入量(-)"),
    GAS_MAKING("  （六）制气"),
    COKE_REINPUT("      其中：焦炭再投入量(-)"),
    LIQUEFACTION("  （七）天然气液化"),
    BRIQUETTING("  （八）煤制品加工"),
    RECOVERY("  （九）回收能"),
    LOSSES("三、损失量", "losses"),
    GRID_LOSSES("      其中：运输和输配损失"),
    FINAL_USE("四、终端消费量"),
    PRIMARY_SECTOR("  （一）第一产业"),
    AGRICULTURE("      1.农、林、牧、渔业", "agriculture"),
    SECONDARY_SECTOR("  （二）第二产业"),
    INDUSTRY("      1.工业", "industry"),
    RAW_MATERIAL("        其中：用作原料、材料"),
    CONSTRUCTION("      2.建筑业", "construction"),
    TERTIARY_SECTOR("  （三）第三产业"),
    TRANSPORT("      1.交通运输、仓储和邮政业", "transport"),
    TRADE("      2.批发、零售业和住宿、餐饮业", "trade"),
    OTHER("      3.其他", "other"),
    RESIDENTIAL("  （四）居民生活"),
    URBAN("      1.城镇", "urban"),
    RURAL("      2.乡村", "rural"),
    DIFFERENCE("五、平衡差额"),
    TOTAL("六、消费量合计");

    /** Final sectors besides industry. */
    static final List<BalanceRow> OTHER_SECTORS =
            List.of(AGRICULTURE, CONSTRUCTION, TRANSPORT, TRADE, OTHER, URBAN, RURAL);

    final String caption;

    /** Ledger code of the sector; empty where the row is no sector. */
    final String sector;

    BalanceRow(String caption) {
        this(caption, "");
    }

    BalanceRow(String caption, String sector) {
        this.caption = caption;
        this.sector = sector;
    }

    /** The form's own row number, 01 to 40. */
    String rowCode() {
        return "%02d".formatted(ordinal() + 1);
    }
}
