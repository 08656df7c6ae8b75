package org.tanzhang.intake.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tanzhang.intake.reference.Digest;

/** Calls of the import, the files they brought, and their bytes. */
@Repository
public class CallRepository {

    /** What stands before the rows of a binary COPY: its signature, no flags, no extension. */
    private static final byte[] BINARY_COPY = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    /** The threshold by which the driver is told to transfer values as they are stored, from the first time on. */
    private static final int BINARY = -1;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    public CallRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Opens a call, with who gives it and on which machine. */
    public long open(UUID request, String command, List<String> paths) {
        return jdbc.sql("insert into intake.call (request_id, command, paths, officer, host) values (?, ?, ?, ?, ?)"
                        + " returning call_id")
                .params(request, command, paths.toArray(String[]::new), System.getProperty("user.name"), host())
                .query(Long.class)
                .single();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** Takes a file that was received before into a call once more, to be decided on anew. */
    public void receiveAgain(long call, long submission) {
        jdbc.sql("""
                        insert into intake.submission (call_id, file, sha256, reference_digest, source, repeats)
                        select :call, file, sha256, reference_digest, source, coalesce(repeats, submission_id)
                        from intake.submission where submission_id = :submission
                        """).param("call", call).param("submission", submission).update();
    }

    public List<String> paths(long call) {
        String[] paths = (String[]) jdbc.sql("select paths from intake.call where call_id = ?")
                .param(call)
                .query((rs, n) -> rs.getArray(1).getArray())
                .single();
        return List.of(paths);
    }

    /**
     * A file as it came, with what it is to be read with.
     *
     * @param source where it was taken from: its absolute path
     */
    public record Received(String file, byte[] content, String referenceDigest, String source) {}

    /** Keeps files of a call; bytes are kept once, however often they come. */
    public void receive(long call, List<Received> files) {
        List<String> digests =
                files.parallelStream().map(f -> Digest.sha256(f.content())).toList();
        keepContents(files, digests);
        jdbc.sql("""
                        insert into intake.submission (call_id, file, sha256, reference_digest, source, repeats)
                        select :call, f.file, f.sha256, f.reference_digest, f.source,
                               (select min(s.submission_id) from intake.submission s
                                join intake.reading r using (submission_id)
                                where s.sha256 = f.sha256 and s.reference_digest = f.reference_digest)
                        from unnest(cast(:files as text[]), cast(:digests as text[]), cast(:references as text[]),
                                    cast(:sources as text[]))
                             with ordinality f (file, sha256, reference_digest, source, place)
                        order by place
                        """)
                .param("call", call)
                .param("files", files.stream().map(Received::file).toArray(String[]::new))
                .param("digests", digests.toArray(String[]::new))
                .param("sources", files.stream().map(Received::source).toArray(String[]::new))
                .param(
                        "references",
                        files.stream().map(Received::referenceDigest).toArray(String[]::new))
                .update();
    }

    private void keepContents(List<Received> files, List<String> digests) {
        Set<String> known = new HashSet<>(jdbc.sql("select sha256 from intake.workbook where sha256 = any(?)")
                .param(digests.toArray(String[]::new))
                .query(String.class)
                .list());
        template.execute((ConnectionCallback<Long>) connection -> {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy intake.workbook (sha256, content) from stdin (format binary)");
            try {
                copy.writeToCopy(BINARY_COPY, 0, BINARY_COPY.length);
                for (int i = 0; i < files.size(); i++) {
                    if (known.add(digests.get(i))) {
                        byte[] digest = digests.get(i).getBytes(StandardCharsets.US_ASCII);
                        byte[] content = files.get(i).content();
                        byte[] head = ByteBuffer.allocate(2 + 4 + digest.length + 4)
                                .putShort((short) 2)
                                .putInt(digest.length)
                                .put(digest)
                                .putInt(content.length)
                                .array();
                        copy.writeToCopy(head, 0, head.length);
                        copy.writeToCopy(content, 0, content.length);
                    }
                }
                return copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }

    /** A submission that has still to be read, with the size of its bytes. */
    public record Unread(long submission, String file, String sha256, int size) {}

    /** The submissions of a call that have still to be read: new bytes, each once. */
    public List<Unread> unread(long call) {
        return jdbc.sql("""
                        select distinct on (s.sha256, s.reference_digest) s.submission_id, s.file, s.sha256,
                               octet_length(w.content) as size
                        from intake.submission s join intake.workbook w using (sha256)
                        where call_id = ? and repeats is null
                          and not exists (select 1 from intake.reading r
                                          join intake.submission t using (submission_id)
                                          where t.sha256 = s.sha256 and t.reference_digest = s.reference_digest)
                        order by s.sha256, s.reference_digest, s.submission_id
                        """)
                .param(call)
                .query((rs, n) -> new Unread(rs.getLong(1), rs.getString(2), rs.getString(3), rs.getInt(4)))
                .list();
    }

    public byte[] content(String sha256) {
        PreparedStatementCreator select = connection -> {
            PreparedStatement statement =
                    connection.prepareStatement("select content from intake.workbook where sha256 = ?");
            statement.setString(1, sha256);
            // the bytes as such, not two hexadecimal digits for each
            statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY);
            return statement;
        };
        return DataAccessUtils.requiredSingleResult(template.query(select, (rs, n) -> rs.getBytes(1)));
    }

    /** Whether the call's verdicts have been given. */
    public boolean isDecided(long call) {
        return jdbc.sql("select exists (select 1 from intake.verdict where call_id = ?)")
                .param(call)
                .query(Boolean.class)
                .single();
    }
}
