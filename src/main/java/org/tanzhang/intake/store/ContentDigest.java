package org.tanzhang.intake.store;

import java.util.Arrays;
import java.util.Comparator;
import org.tanzhang.intake.reading.ReadStatement;
import org.tanzhang.intake.reference.Digest;
import org.tanzhang.ledger.database.CopyRows;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.UnitEntry;

/** What a statement states, whatever its layout: SHA-256 over its sorted values and units. For one thread. */
final class ContentDigest {

    /** Cells of one item and carrier, of which there are seldom two, by the rest of their lines. */
    private static final Comparator<Observation> IN_ORDER = (a, b) -> {
        int item = compare(a.item(), b.item());
        int place = item == 0 ? compare(a.carrier(), b.carrier()) : item;
        return place == 0 ? compare(value(a) + "\t" + a.unit(), value(b) + "\t" + b.unit()) : place;
    };

    private final CopyRows lines = new CopyRows();

    String of(ReadStatement statement) {
        lines.clear();
        Observation[] observations = statement.observations().toArray(Observation[]::new);
        Arrays.sort(observations, IN_ORDER);
        for (Observation o : observations) {
            add(o);
        }
        statement.units().stream().map(ContentDigest::line).sorted().forEach(this::add);
        // lines stand between line feeds, after the last there is none
        return Digest.sha256(lines.bytes(), Math.max(0, lines.length() - 1));
    }

    private void add(Observation o) {
        lines.word(o.item()).word(o.carrier());
        if (o.value() == null) {
            lines.word(value(o));
        } else {
            lines.decimal(o.value().stripTrailingZeros());
        }
        lines.word(o.unit().toString()).endRow();
    }

    private void add(String unit) {
        for (String field : unit.split("\t", -1)) {
            lines.text(field);
        }
        lines.endRow();
    }

    private static int compare(String a, String b) {
        return a.equals(b) ? 0 : a.compareTo(b);
    }

    private static String value(Observation o) {
        return o.value() == null
                ? String.valueOf(o.notation())
                : o.value().stripTrailingZeros().toPlainString();
    }

    /** A line that holds all year in one park or none, of which nothing more is said, is written as it ever was. */
    private static String line(UnitEntry u) {
        String line = String.join(
                "\t",
                u.creditCode(),
                u.name(),
                u.industry(),
                u.region(),
                u.scope().name(),
                "" + u.park());
        UnitEntry plain = new UnitEntry(
                u.id(), u.creditCode(), u.name(), u.industry(), u.region(), u.scope(), u.park(), u.cell());
        return u.equals(plain)
                ? line
                : String.join(
                        "\t",
                        line,
                        "" + u.town(),
                        u.fromMonth() + ".." + u.toMonth(),
                        "" + u.parks(),
                        "" + u.changes());
    }
}
