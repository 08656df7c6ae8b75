package org.tanzhang.intake.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.intake.reference.Digest;

/** Calls of the import, the files they brought, and their bytes. */
@Repository
public class CallRepository {

    private final JdbcClient jdbc;

    public CallRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file as received; {@code repeats} names the submission whose reading serves for it. */
    public record Submission(long id, long call, String file, String sha256, Optional<Long> repeats) {}

    public long open(UUID request, String command, List<String> paths) {
        return jdbc.sql("insert into intake.call (request_id, command, paths) values (?, ?, ?) returning call_id")
                .params(request, command, paths.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    public List<String> paths(long call) {
        String[] paths = (String[]) jdbc.sql("select paths from intake.call where call_id = ?")
                .param(call)
                .query((rs, n) -> rs.getArray(1).getArray())
                .single();
        return List.of(paths);
    }

    /** Keeps a file of a call; its bytes are kept once, however often they come. */
    public void receive(long call, String file, byte[] content, String referenceDigest) {
        String sha256 = Digest.sha256(content);
        jdbc.sql("insert into intake.workbook (sha256, content) values (?, ?) on conflict do nothing")
                .params(sha256, content)
                .update();
        jdbc.sql("""
                        insert into intake.submission (call_id, file, sha256, reference_digest, repeats)
                        values (:call, :file, :sha, :reference,
                                (select min(s.submission_id) from intake.submission s
                                 join intake.reading r using (submission_id)
                                 where s.sha256 = :sha and s.reference_digest = :reference))
                        """)
                .param("call", call)
                .param("file", file)
                .param("sha", sha256)
                .param("reference", referenceDigest)
                .update();
    }

    public List<Submission> submissions(long call) {
        return jdbc.sql("select submission_id, call_id, file, sha256, repeats from intake.submission"
                        + " where call_id = ? order by submission_id")
                .param(call)
                .query((rs, n) -> new Submission(
                        rs.getLong(1),
                        rs.getLong(2),
                        rs.getString(3),
                        rs.getString(4),
                        Optional.ofNullable(rs.getObject(5, Long.class))))
                .list();
    }

    /** The submissions of a call that have still to be read: new bytes, each once. */
    public List<Submission> unread(long call) {
        return jdbc.sql("""
                        select distinct on (sha256) submission_id, call_id, file, sha256
                        from intake.submission s
                        where call_id = ? and repeats is null
                          and not exists (select 1 from intake.reading r
                                          join intake.submission t using (submission_id)
                                          where t.sha256 = s.sha256 and t.reference_digest = s.reference_digest)
                        order by sha256, submission_id
                        """)
                .param(call)
                .query((rs, n) -> new Submission(
                        rs.getLong(1), rs.getLong(2), rs.getString(3), rs.getString(4), Optional.empty()))
                .list();
    }

    public byte[] content(String sha256) {
        return jdbc.sql("select content from intake.workbook where sha256 = ?")
                .param(sha256)
                .query((rs, n) -> rs.getBytes(1))
                .single();
    }

    /** Whether the call's verdicts have been given. */
    public boolean isDecided(long call) {
        return jdbc.sql("select exists (select 1 from intake.verdict where call_id = ?)")
                .param(call)
                .query(Boolean.class)
                .single();
    }
}
