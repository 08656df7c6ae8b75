package org.tanzhang.samples.broken;

/** A row of the regional energy balance, as form P303-1 and as the yearbook print it; empty where one has no such row. */
enum Line {
    SUPPLY("一、可供本地区消费的能源量", "一.可供本地区消费的能源量"),
    OPENING_STOCK("　（一）年初库存量", ""),
    PRODUCTION("　（二）一次能源生产量", "　1.一次能源生产量"),
    INFLOW("　（三）外省(区、市)调入量", "　3.外省(区、市)调入量"),
    CLOSING_STOCK("　（九）年末库存量(-)", ""),
    STOCK_CHANGE("", "　9.库存增(-)、减(+)量"),
    TRANSFORMATION("二、加工转换投入(-)产出(+)量", "二.加工转换投入(-)产出(+)量"),
    POWER("　（一）火力发电", "　1.火力发电"),
    HEATING("　（二）供热", "　2.供热"),
    LOSSES("三、损失量", "三.损失量"),
    TRANSPORT_LOSSES("　　　其中：运输和输配损失", "　　#运输和输配损失"),
    FINAL("四、终端消费量", "四.终端消费量"),
    PRIMARY("　（一）第一产业", ""),
    AGRICULTURE("　　　1.农、林、牧、渔业", "　1.农、林、牧、渔、水利业"),
    SECONDARY("　（二）第二产业", ""),
    INDUSTRY("　　　1.工业", "　2.工业"),
    RAW("　　　　其中：用作原料、材料", "　　#用作原料、材料"),
    CONSTRUCTION("　　　2.建筑业", "　3.建筑业"),
    TERTIARY("　（三）第三产业", ""),
    TRANSPORT("　　　1.交通运输、仓储和邮政业", "　4.交通运输、仓储和邮政业"),
    TRADE("　　　2.批发、零售业和住宿、餐饮业", "　5.批发、零售业和住宿、餐饮业"),
    OTHER("　　　3.其他", "　6.其他"),
    HOUSEHOLDS("　（四）居民生活", "　7.生活消费"),
    URBAN("　　　1.城镇", "　　城镇"),
    RURAL("　　　2.乡村", "　　乡村"),
    DIFFERENCE("五、平衡差额", "五.平衡差额"),
    TOTAL("六、消费量合计", "六.消费量合计");

    final String p303;
    final String yearbook;

    Line(String p303, String yearbook) {
        this.p303 = p303;
        this.yearbook = yearbook;
    }
}
