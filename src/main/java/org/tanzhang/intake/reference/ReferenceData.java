package org.tanzhang.intake.reference;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tanzhang.account.KnownResiduals;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.CodeList;
import org.tanzhang.code.Codes;
import org.tanzhang.code.Flow;
import org.tanzhang.code.Name;
import org.tanzhang.code.ParkSector;
import org.tanzhang.code.Partitions;
import org.tanzhang.code.Product;
import org.tanzhang.code.Region;
import org.tanzhang.code.Regions;
import org.tanzhang.code.Sector;
import org.tanzhang.factor.FactorSet;
import org.tanzhang.method.Method;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/**
 * The reference-data folder ({@code emission-factors/}): code lists, factor sets and methods.
 *
 * @param folder where it lies
 */
public record ReferenceData(Path folder, Codes codes, Units units) {

    /** @throws ReferenceDataException with file and line when something is missing or wrong */
    public static ReferenceData in(Path folder) {
        Path lists = folder.resolve("codes");
        if (!Files.isDirectory(lists)) {
            throw new ReferenceDataException(folder + " holds no folder codes/; tanzhang.emission-factors"
                    + " (TANZHANG_EMISSION_FACTORS) must name the reference-data folder");
        }
        Table regions = new Table(lists.resolve("regions.csv"));
        Table sectors = new Table(lists.resolve("sectors.csv"));
        Table carriers = new Table(lists.resolve("carriers.csv"));
        Table flows = new Table(lists.resolve("flows.csv"));
        Table units = new Table(lists.resolve("units.csv"));
        Table partitions = new Table(lists.resolve("partitions.csv"));
        Table parks = new Table(lists.resolve("park-sectors.csv"));
        Table products = new Table(lists.resolve("products.csv"));
        String digest = Digest.sha256(
                regions.bytes(),
                sectors.bytes(),
                carriers.bytes(),
                flows.bytes(),
                units.bytes(),
                products.bytes(),
                partitions.bytesIfThere(),
                parks.bytesIfThere());
        Codes codes = new Codes(
                new Regions(regions.read(ReferenceData::region)),
                new CodeList<>("sectors", sectors.read(ReferenceData::sector)),
                new CodeList<>("carriers", carriers.read(ReferenceData::carrier)),
                flows.read(l -> new Codes.NamedFlow(Flow.of(l.text("code")), name(l))),
                new CodeList<>("products", products.read(ReferenceData::product)),
                new Partitions(partitions.readIfThere(ReferenceData::part)),
                parks.readIfThere(ReferenceData::parkSector),
                digest);
        Map<String, Unit> symbols = new LinkedHashMap<>();
        units.read(l -> {
            Unit unit = Unit.parse(l.text("expression"));
            symbols.put(l.text("symbol"), unit);
            l.list("aliases").forEach(alias -> symbols.putIfAbsent(alias, unit));
            return unit;
        });
        return new ReferenceData(folder, codes, new Units(symbols));
    }

    /** The ids of the factor sets, sorted. */
    public List<String> setIds() {
        return sets().ids();
    }

    /** @throws ReferenceDataException when there is no such set, or with file and line when it is faulty */
    public FactorSet factorSet(String id) {
        return sets().read(id);
    }

    private FactorFolder sets() {
        return new FactorFolder(folder.resolve("sets"), codes);
    }

    /** @throws ReferenceDataException when there is no such method, or its file lacks a choice */
    public Method method(String id) {
        Path file = folder.resolve("methods").resolve(id + ".yml");
        if (!id.matches("[A-Za-z0-9.-]+") || !Files.isRegularFile(file)) {
            throw new ReferenceDataException("no method " + id + " in " + folder.resolve("methods"));
        }
        return new MethodFile(Document.extended(file), codes, sets()).method();
    }

    /**
     * What is known of the residuals of a region's account of a year: the reasons that the bureau assigned.
     *
     * @param before the residuals of the year before
     * @throws ReferenceDataException with file and line when a reason or its assignment is wrong
     */
    public KnownResiduals residuals(String region, int year, List<KnownResiduals.Before> before) {
        return new ResidualFiles(folder.resolve("codes"), codes, units).known(region, year, before);
    }

    static Name name(Table.Line l) {
        return new Name(l.text("name_zh"), l.textOrEmpty("name_en"));
    }

    private static Region region(Table.Line l) {
        return new Region(
                l.text("code"),
                name(l),
                Region.Level.valueOf(l.text("level").toUpperCase(Locale.ROOT)),
                l.textOrNull("parent"),
                l.year("valid_from"),
                l.year("valid_to"),
                l.textOrNull("successor"),
                l.list("aliases"));
    }

    private static Partitions.Line part(Table.Line l) {
        return new Partitions.Line(
                l.text("code"),
                name(l),
                l.text("parent"),
                l.text("area"),
                l.list("takes"),
                l.list("without"),
                l.year("valid_from"),
                l.year("valid_to"));
    }

    private static ParkSector parkSector(Table.Line l) {
        return new ParkSector(
                l.text("park"),
                l.text("region"),
                l.text("sector"),
                new BigDecimal(l.text("share")),
                l.year("valid_from"),
                l.year("valid_to"));
    }

    private static Sector sector(Table.Line l) {
        return new Sector(
                l.text("code"),
                name(l),
                Sector.Kind.valueOf(constant(l.text("kind"))),
                l.text("sector_group"),
                l.textOrNull("parent"),
                l.list("aliases"));
    }

    private static Carrier carrier(Table.Line l) {
        return new Carrier(
                l.text("code"),
                name(l),
                l.text("unit"),
                Carrier.Kind.valueOf(constant(l.text("kind"))),
                l.textOrEmpty("family"),
                l.text("carrier_group"),
                l.list("parts"),
                l.list("aliases"));
    }

    private static Product product(Table.Line l) {
        return new Product(l.text("code"), name(l), l.text("unit"), l.list("aliases"));
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
