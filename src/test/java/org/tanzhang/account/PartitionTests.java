package org.tanzhang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanzhang.account.Register.part;
import static org.tanzhang.account.Sheet.balance;
import static org.tanzhang.account.Sheet.card;
import static org.tanzhang.account.World.CHANGSHA;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tanzhang.code.Partition;
import org.tanzhang.code.Region;
import org.tanzhang.code.Regions;
import org.tanzhang.intake.reference.Shipped;

@DisplayName("The city by administration and by management")
class PartitionTests {

    private static final Regions REGIONS = Shipped.codes().regions();
    private static final String NEW_AREA = "430191";

    private static List<String> codes(Partition partition) {
        return partition.parts().stream().map(Region::code).toList();
    }

    private static Partition partition(String code) {
        return Shipped.codes().partition(code, CHANGSHA, 2024).orElseThrow();
    }

    @Test
    @DisplayName("is nine counties, and nine parts of which the new area is one")
    void shipped() {
        assertThat(codes(partition("administrative")))
                .containsExactly(
                        "430102", "430103", "430104", "430105", "430111", "430112", "430121", "430181", "430182");
        assertThat(codes(partition("managed")))
                .containsExactly(
                        "430102", "430103", "430105", "430111", "430121", "430181", "430182", "430191", "430192");
    }

    @Test
    @DisplayName("is exhaustive and without overlap, as shipped")
    void sound() {
        for (String code : Shipped.codes().partitions().codes()) {
            assertThat(partition(code).overlaps()).as(code).isEmpty();
            assertThat(partition(code).gaps()).as(code).isEmpty();
        }
    }

    @Test
    @DisplayName("is not divided by management in years before there was the new area")
    void before() {
        assertThat(Shipped.codes().partition("managed", CHANGSHA, 2021)).isEmpty();
    }

    @Test
    @DisplayName("overlaps where two parts hold one town, and has a gap where none does")
    void unsound() {
        Partition overlapping = Register.partition(List.of(
                part("430191", List.of("430104", "430112901000"), List.of()),
                part("430192", List.of("430112"), List.of())));
        assertThat(overlapping.overlaps()).containsExactly("430112901");
        assertThat(overlapping.gaps())
                .containsExactly("430102", "430103", "430105", "430111", "430121", "430181", "430182");
        Partition gap = Register.partition(List.of(
                part("430191", List.of("430104"), List.of()),
                part("430192", List.of("430112"), List.of("430112901000"))));
        assertThat(gap.overlaps()).isEmpty();
        assertThat(gap.gaps()).contains("430112901");
    }

    @Test
    @DisplayName("places an enterprise by its town where management divides the county")
    void byTown() {
        Partition managed = Register.managed();
        assertThat(managed.partOf("430104", null).map(Region::code)).contains(NEW_AREA);
        assertThat(managed.partOf("430112", "430112901000").map(Region::code)).contains(NEW_AREA);
        assertThat(managed.partOf("430112", "430112901205").map(Region::code)).contains(NEW_AREA);
        assertThat(managed.partOf("430112", "430112902000").map(Region::code)).contains("430192");
        assertThat(managed.partOf("430112", null)).isEmpty();
        assertThat(managed.partOf("430102", "430102003000").map(Region::code)).contains("430102");
        assertThat(managed.partOf("110000", null)).isEmpty();
    }

    @Test
    @DisplayName("leaves an enterprise of a divided county without its town to the residual, which is an error")
    void withoutTown() {
        Placement placement =
                new Register().line("名录.xlsx", "A", "430112", 1, 12).placement(Register.managed());
        placement.place(card("A").states("consumption", "raw-coal", "100").statement(2024), List.of());
        assertThat(placement.cards()).isEmpty();
        assertThat(placement.unplaced()).isEmpty();
        assertThat(placement.findings().stream().map(World::line))
                .containsExactly("A-PARTITION-03 error A [A厂, 430112, 名录.xlsx!名录!A5]");
    }

    @Test
    @DisplayName(
            "has one total: the city's own account is the same line for line, only counties and residual are others")
    void sameCity() {
        Sheet city =
                balance(CHANGSHA).states("final.industry", "raw-coal", "10").states("final.transport", "diesel", "5");
        Sheet works = card("A").states("consumption", "raw-coal", "3000");
        Register register = new Register().inTown("A", "430112901000");
        World administrative = World.of("430104", "430112")
                .placed(placed(register.placement(), works))
                .with(
                        city,
                        balance("430104").states("final.transport", "diesel", "2"),
                        balance("430112")
                                .states("final.transport", "diesel", "2.5")
                                .states("final.industry", "raw-coal", "4"));
        World managed = World.of(NEW_AREA, "430192")
                .placed(placed(register.placement(Register.managed()), works))
                .with(
                        city,
                        balance(NEW_AREA)
                                .states("final.transport", "diesel", "3")
                                .states("final.industry", "raw-coal", "1"),
                        balance("430192").states("final.transport", "diesel", "1.5"));
        assertThat(managed.lines(Basis.TOP_DOWN))
                .containsExactlyElementsOf(administrative.lines(Basis.TOP_DOWN))
                .contains("430100/transport/diesel/final top_down 50000 -> 154000");
        assertThat(administrative.lines(Basis.BOTTOM_UP))
                .contains(
                        "430112/30/raw-coal/final 3000 -> 6600", "430112/industry-rest/raw-coal/final 37000 -> 81400");
        assertThat(managed.lines(Basis.BOTTOM_UP))
                .contains("430191/30/raw-coal/final 3000 -> 6600", "430191/industry-rest/raw-coal/final 7000 -> 15400");
        assertThat(managed.lines(Basis.RESIDUAL))
                .containsExactly(
                        "430100/industry/raw-coal/final residual 90000 -> 198000 (unexplained)",
                        "430100/transport/diesel/final residual 5000 -> 15400 (unexplained)");
        assertThat(administrative.lines(Basis.RESIDUAL))
                .containsExactly(
                        "430100/industry/raw-coal/final residual 60000 -> 132000 (unexplained)",
                        "430100/transport/diesel/final residual 5000 -> 15400 (unexplained)");
    }

    private static Placement placed(Placement placement, Sheet works) {
        placement.place(works.statement(2024), List.of());
        return placement;
    }

    @Test
    @DisplayName("is told from titles: the new area, what 望城区 answers for itself, and 望城区 as a whole")
    void inTitles() {
        assertThat(mentioned("湖南湘江新区能源平衡表")).contains(NEW_AREA);
        assertThat(mentioned("长沙市望城区（不含湘江新区）统计局")).contains("430192");
        assertThat(mentioned("长沙市望城区统计局")).contains("430112");
        assertThat(mentioned("湖南湘江新区岳麓区统计局")).contains("430104");
    }

    private static Optional<String> mentioned(String title) {
        return REGIONS.mentionedIn(title, 2024).map(Region::code);
    }
}
