package org.tanzhang.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tanzhang.intake.delivery.ArrivalRepository;
import org.tanzhang.intake.delivery.ArrivalRepository.Arrival;
import org.tanzhang.intake.delivery.ArrivalRepository.Open;
import org.tanzhang.intake.store.Verdict;
import org.tanzhang.ledger.LockRepository;
import org.tanzhang.ledger.Run;
import org.tanzhang.ledger.RunRepository;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where things stand, on one screen.
 *
 * @param running what holds the lock
 * @param last the newest import
 * @param runs the newest run of each year and region
 */
record StatusOutput(
        Optional<String> running, Optional<Arrival> last, List<Arrival> undecided, List<Open> open, List<Run> runs) {

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    static StatusOutput of(Session session) throws SQLException {
        ArrivalRepository arrivals = session.get(ArrivalRepository.class);
        List<Run> newest = session.get(RunRepository.class).all().stream()
                .filter(Run::byDefault)
                .collect(Collectors.toMap(
                        r -> r.regionCode() + "/" + r.year(), r -> r, (earlier, later) -> later, TreeMap::new))
                .values()
                .stream()
                .sorted(Comparator.comparing(Run::year).thenComparing(Run::regionCode))
                .toList();
        return new StatusOutput(
                session.get(LockRepository.class).heldBy(),
                arrivals.last(),
                arrivals.undecided(),
                arrivals.open(),
                newest);
    }

    void print(PrintWriter out) {
        out.println(Words.of("status.database"));
        out.println(running.map(who -> Words.of("status.running", who)).orElseGet(() -> Words.of("status.idle")));
        out.println(last.map(StatusOutput::arrival).orElseGet(() -> Words.of("status.no-import")));
        last.ifPresent(arrival -> new TreeMap<>(arrival.verdicts())
                .forEach((verdict, count) -> out.println("  " + Words.of("verdict." + verdict.code()) + "  " + count)));
        undecided.forEach(a -> out.println(
                Words.of("status.undecided", String.valueOf(a.call()), TIME.format(a.received()), a.files())));
        open.forEach(o -> out.println(Words.of("status.open", String.valueOf(o.year()), o.waiting(), o.returned())));
        if (runs.isEmpty()) {
            out.println(Words.of("status.no-run"));
            return;
        }
        out.println(Words.of("status.runs"));
        TextTable table = new TextTable()
                .row(
                        Words.of("runs.year"),
                        Words.of("table.region"),
                        Words.of("runs.id"),
                        Words.of("runs.set"),
                        Words.of("runs.method"),
                        Words.of("runs.created"),
                        Words.of("runs.digest"));
        runs.forEach(r -> table.row(
                String.valueOf(r.year()),
                r.region(),
                String.valueOf(r.id()),
                r.factorSet(),
                r.method(),
                TIME.format(r.created()),
                r.digest().substring(0, 12)));
        table.print(out);
    }

    private static String arrival(Arrival a) {
        return Words.of(
                "status.last",
                TIME.format(a.received()),
                a.command(),
                a.files(),
                a.officer() == null ? "—" : a.officer());
    }

    ObjectNode json() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("database", "reachable");
        document.put("running", running.orElse(null));
        if (last.isPresent()) {
            arrival(document.putObject("last_import"), last.get());
        } else {
            document.putNull("last_import");
        }
        ArrayNode unfinished = document.putArray("undecided");
        undecided.forEach(a -> arrival(unfinished.addObject(), a));
        ArrayNode years = document.putArray("open");
        open.forEach(o -> years.addObject()
                .put("year", o.year())
                .put("waiting", o.waiting())
                .put("returned", o.returned()));
        ArrayNode array = document.putArray("runs");
        runs.forEach(r -> array.addObject()
                .put("run_id", String.valueOf(r.id()))
                .put("year", r.year())
                .put("region_code", r.regionCode())
                .put("factor_set", r.factorSet())
                .put("method", r.method())
                .put("digest", r.digest())
                .put("created", r.created().toString()));
        return document;
    }

    private static void arrival(ObjectNode node, Arrival a) {
        node.put("call_id", String.valueOf(a.call()))
                .put("command", a.command())
                .put("received", a.received().toString())
                .put("officer", a.officer())
                .put("files", a.files());
        ObjectNode verdicts = node.putObject("statements");
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict.code(), a.verdicts().getOrDefault(verdict, 0));
        }
    }
}
