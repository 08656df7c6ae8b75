package org.tanzhang.intake.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.quality.RuleBook;

/** The severities that the bureau set over time, with their reasons. */
@Repository
public class RuleSeverityRepository {

    private static final String OWN = "catalogue";

    private final JdbcClient jdbc;

    public RuleSeverityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Kept(String severity, String reason) {}

    /** Keeps what differs from what was in force before; rules no longer named are given back their own severity. */
    public void record(List<RuleBook.Override> overrides) {
        Map<String, Kept> before = inForce();
        Map<String, Kept> now = overrides.stream()
                .collect(Collectors.toMap(RuleBook.Override::rule, o -> new Kept(o.code(), o.reason())));
        now.forEach((rule, kept) -> {
            if (!kept.equals(before.get(rule))) {
                keep(rule, kept);
            }
        });
        before.forEach((rule, kept) -> {
            if (!kept.severity().equals(OWN) && !now.containsKey(rule)) {
                keep(rule, new Kept(OWN, ""));
            }
        });
    }

    private Map<String, Kept> inForce() {
        Map<String, Kept> kept = new LinkedHashMap<>();
        jdbc.sql("select distinct on (rule) rule, severity, reason from intake.rule_severity"
                        + " order by rule, rule_severity_id desc")
                .query((rs, n) -> kept.put(rs.getString(1), new Kept(rs.getString(2), rs.getString(3))))
                .list();
        return kept;
    }

    private void keep(String rule, Kept kept) {
        jdbc.sql("insert into intake.rule_severity (rule, severity, reason) values (?, ?, ?)")
                .params(rule, kept.severity(), kept.reason())
                .update();
    }
}
