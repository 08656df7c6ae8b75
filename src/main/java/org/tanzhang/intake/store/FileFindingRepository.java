package org.tanzhang.intake.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.quality.Finding;
import org.tanzhang.quality.Severity;

/** Findings about files that a call met and did not take in, or took in under another name. */
@Repository
public class FileFindingRepository {

    private final JdbcClient jdbc;

    public FileFindingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A finding with the name of the file it is about. */
    public record FileFinding(String file, Finding finding) {}

    public void save(long call, String file, Finding finding) {
        jdbc.sql("insert into intake.file_finding (call_id, file, rule, severity, arguments) values (?, ?, ?, ?, ?)")
                .params(
                        call,
                        file,
                        finding.rule(),
                        finding.severity().code(),
                        finding.arguments().toArray(String[]::new))
                .update();
    }

    /** The findings of a call in the order in which they were found. */
    public List<FileFinding> of(long call) {
        return jdbc.sql("select file, rule, severity, arguments from intake.file_finding where call_id = ?"
                        + " order by file_finding_id")
                .param(call)
                .query((rs, n) -> new FileFinding(
                        rs.getString(1),
                        Finding.file(
                                rs.getString(2),
                                Severity.valueOf(rs.getString(3).toUpperCase(java.util.Locale.ROOT)),
                                (Object[]) rs.getArray(4).getArray())))
                .list();
    }
}
