package org.tanzhang.intake.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tanzhang.intake.reading.ReadStatement;
import org.tanzhang.intake.reference.Digest;
import org.tanzhang.observation.Observation;
import org.tanzhang.observation.UnitEntry;

/** What a statement states, whatever its layout: SHA-256 over its sorted values and units. */
final class ContentDigest {

    private ContentDigest() {}

    static String of(ReadStatement statement) {
        List<String> lines = new ArrayList<>(
                statement.observations().size() + statement.units().size());
        StringBuilder line = new StringBuilder();
        for (Observation o : statement.observations()) {
            line.setLength(0);
            lines.add(line(line, o));
        }
        statement.units().forEach(u -> lines.add(line(u)));
        Collections.sort(lines);
        return Digest.sha256(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static String line(StringBuilder line, Observation o) {
        String value = o.value() == null
                ? String.valueOf(o.notation())
                : o.value().stripTrailingZeros().toPlainString();
        return line.append(o.item())
                .append('\t')
                .append(o.carrier())
                .append('\t')
                .append(value)
                .append('\t')
                .append(o.unit())
                .toString();
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
