package org.tanzhang.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

class EmbeddedServerTests {

    @TempDir
    static Path shared;

    static Path installation;

    /** A cluster made once, and copied where its making is not what is tried. */
    static Path made;

    @TempDir
    Path folder;

    private final List<EmbeddedServer> used = new ArrayList<>();

    @BeforeAll
    static void unpackAndMakeOnce() throws IOException {
        openToAll(shared);
        installation = new Binaries(shared.resolve("binaries")).installation().folder();
        made = shared.resolve("made");
        var server = EmbeddedServer.in(made, installation);
        server.start();
        server.stop();
    }

    @BeforeEach
    void letAccountsIn() throws IOException {
        openToAll(folder);
    }

    @AfterEach
    void stopAll() {
        used.forEach(EmbeddedServer::stop);
    }

    @Test
    void aDatabaseInAChineseFolderSortsChineseByPinyin() throws Exception {
        assumeTrue(System.getProperty("sun.jnu.encoding").equals("UTF-8"), "needs LC_ALL=C.UTF-8");
        var server = use(EmbeddedServer.in(folder.resolve("长沙 碳账's/postgresql")));

        try (var connection = connect(server.start())) {
            assertThat(strings(
                            connection,
                            "SELECT name FROM (VALUES ('岳麓区'), ('长沙县'), ('芙蓉区'), ('宁乡市')) AS region(name)"
                                    + " ORDER BY name COLLATE \"zh-Hans-CN-x-icu\""))
                    .containsExactly("芙蓉区", "宁乡市", "岳麓区", "长沙县"); // furong, ningxiang, yuelu; ICU reads 长 as zhang
        }
    }

    @Test
    void isDurableAndListensToThisMachineAlone() throws Exception {
        try (var connection = connect(use(madeServer()).start())) {
            assertThat(setting(connection, "fsync")).isEqualTo("on");
            assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(connection, "full_page_writes")).isEqualTo("on");
            assertThat(setting(connection, "data_checksums")).isEqualTo("on");
            assertThat(setting(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(connection, "server_encoding")).isEqualTo("UTF8");
            assertThat(setting(connection, "max_connections")).isEqualTo("40");
            assertThat(strings(connection, "SELECT reset_val FROM pg_settings WHERE name = 'log_timezone'"))
                    .containsExactly("UTC");
            assertThat(strings(connection, "SELECT datcollate FROM pg_database WHERE datname = 'tanzhang'"))
                    .containsExactly("C");
        }
    }

    @Test
    void theApplicationOwnsItsDatabaseAndIsNoSuperuser() throws Exception {
        try (var connection = connect(use(madeServer()).start())) {
            assertThat(strings(
                            connection,
                            "SELECT rolname || ' ' || rolsuper || ' ' || rolcreaterole || ' ' || rolcanlogin FROM pg_roles"
                                    + " WHERE rolname LIKE 'tanzhang%' ORDER BY 1"))
                    .containsExactly("tanzhang false false true", "tanzhang_reader false false true");
            assertThat(strings(
                            connection, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'tanzhang'"))
                    .containsExactly("tanzhang");
        }
    }

    @Test
    void theReaderSeesWhatItIsGrantedAndWritesNothing() throws Exception {
        var address = use(madeServer()).start();
        try (var owner = connect(address)) {
            execute(owner, "CREATE SCHEMA report");
            execute(owner, "CREATE TABLE report.total AS SELECT 12.5 AS co2_t");
            execute(owner, "GRANT USAGE ON SCHEMA report TO tanzhang_reader");
        }
        try (var reader = connect(address.port(), "tanzhang_reader", secret("tanzhang_reader"))) {
            assertThatThrownBy(() -> strings(reader, "SELECT co2_t FROM report.total"))
                    .hasMessageContaining("permission denied");
            try (var owner = connect(address)) {
                execute(owner, "GRANT SELECT ON report.total TO tanzhang_reader");
            }
            assertThat(strings(reader, "SELECT co2_t FROM report.total")).containsExactly("12.5");
            assertThatThrownBy(() -> execute(reader, "CREATE TEMP TABLE own (a int)"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> execute(reader, "CREATE TABLE public.own (a int)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void nobodyEntersWithoutThePassword() throws IOException {
        var address = use(madeServer()).start();

        assertThatThrownBy(() -> connect(address.port(), "tanzhang", "guess")).hasMessageContaining("password");
        assertThatThrownBy(() -> connect(address.port(), "postgres", "postgres"))
                .hasMessageContaining("password");
    }

    @Test
    void passwordsShowNeitherInProcessesNorInLogsNorInText() throws Exception {
        var started = new AtomicBoolean();
        var seen = new StringBuilder();
        var watcher = new Thread(() -> {
            while (!started.get()) {
                seen.append(processes());
            }
        });
        watcher.start();
        var server = use(server());
        var address = server.start();
        started.set(true);
        watcher.join();
        try (var connection = connect(address)) {
            seen.append(processes()).append(setting(connection, "cluster_name"));
        }
        server.stop();
        try (var logs = Files.list(home().resolve("log"))) {
            for (var log : logs.toList()) {
                seen.append(Files.readString(log));
            }
        }
        seen.append(address).append(server.status());

        assertThat(seen).contains("initdb", "pg_ctl", "ready to accept connections");
        for (var role : List.of("postgres", "tanzhang", "tanzhang_reader")) {
            var file = role.equals("postgres") ? "superuser" : role;
            assertThat(seen.toString().contains(secret(file)))
                    .as("password of " + role)
                    .isFalse();
            assertThat(Files.getPosixFilePermissions(home().resolve("secrets").resolve(file)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(Files.getPosixFilePermissions(home().resolve("secrets")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void statusTellsWhatIsThereAndNeitherItNorStoppingMakesAnything() {
        var server = use(server());
        server.stop();

        var before = server.status();
        assertThat(before.running()).isFalse();
        assertThat(before.version()).isEmpty();
        assertThat(before.bytes()).isZero();
        assertThat(home()).doesNotExist();

        int port = server.start().port();
        var during = server.status();
        assertThat(during.running()).isTrue();
        assertThat(during.port()).hasValue(port);
        assertThat(during.version())
                .hasValueSatisfying(version -> assertThat(version).matches("\\d+\\.\\d+"));
        assertThat(during.dataDirectory()).isEqualTo(home().resolve("data"));
        assertThat(during.bytes()).isGreaterThan(10_000_000);
        assertThat(ProcessHandle.of(during.pid().orElseThrow())).isPresent();

        server.stop();
        server.stop();
        var after = server.status();
        assertThat(after.running()).isFalse();
        assertThat(after.pid()).isEmpty();
        assertThat(after.port()).hasValue(port);
        assertThat(after.version())
                .hasValueSatisfying(version -> assertThat(version).matches("\\d+"));
    }

    @Test
    void theNextCommandUsesTheRunningServerAtTheSamePort() throws IOException {
        var first = use(madeServer()).start();
        var pid = server().status().pid();

        assertThat(server().start()).isEqualTo(first);
        assertThat(server().status().pid()).isEqualTo(pid);
        server().stop();
        assertThat(server().start().port()).isEqualTo(first.port());
    }

    @Test
    void dataSurviveTheKillingOfThePostmaster() throws Exception {
        var server = use(madeServer());
        try (var connection = connect(server.start())) {
            execute(connection, "CREATE TABLE kept AS SELECT 44 AS figure");
        }
        for (int i = 0; i < 2; i++) {
            kill(server);
            try (var connection = connect(server.start())) {
                assertThat(strings(connection, "SELECT figure FROM kept")).containsExactly("44");
            }
        }
    }

    @Test
    void waitsForABusyProcessThatOutlivesItsPostmaster() throws Exception {
        var server = use(madeServer());
        var address = server.start();
        var threads = Executors.newSingleThreadExecutor();
        try (var connection = connect(address)) {
            // a loop looks for its postmaster nowhere, and lasts as long whatever else the machine does
            var busy = threads.submit(() -> {
                execute(connection, """
                        DO $$ DECLARE ends timestamptz := clock_timestamp() + interval '3 s';
                        BEGIN WHILE clock_timestamp() < ends LOOP END LOOP; END $$""");
                return null;
            });
            Thread.sleep(500);
            kill(server);

            assertThat(busy).isNotDone();
            var again = server.start();
            try (var other = connect(again)) {
                assertThat(strings(other, "SELECT 1")).containsExactly("1");
            }
            assertThat(busy).isDone();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void threadsThatStartAtOnceGetTheSameServer() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            use(server());
            Callable<ServerAddress> start = () -> server().start();
            var addresses = new ArrayList<ServerAddress>();
            for (var result : threads.invokeAll(List.of(start, start, start, start))) {
                addresses.add(result.get());
            }
            assertThat(Set.copyOf(addresses)).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void programsThatStartAtOnceGetTheSameServerWhichOutlivesThem() throws Exception {
        var server = use(server());
        var first = startInAnotherJvm();
        var second = startInAnotherJvm();
        var saidFirst = lastLine(first);
        var saidSecond = lastLine(second);

        assertThat(saidFirst).startsWith("jdbc:postgresql://127.0.0.1:").isEqualTo(saidSecond);
        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(server.status().running()).isTrue();
        assertThat(server.start().url()).isEqualTo(saidFirst);
    }

    @Test
    void programsKilledOneAfterAnotherWhileTheyStartTheServerDoNoHarm() throws Exception {
        var server = use(server());
        // each begins where the one before was struck: before, amid and after the making of the cluster
        for (int milliseconds : new int[] {500, 900, 1300, 1800, 2500}) {
            var program = startInAnotherJvm();
            if (!program.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
                program.destroyForcibly().waitFor();
            }
        }

        try (var connection = connect(server.start())) {
            assertThat(strings(connection, "SELECT current_user")).containsExactly("tanzhang");
        }
        try (var files = Files.list(home())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("data", "lock", "log", "port", "secrets");
        }
    }

    @Test
    void aRecycledProcessIdIsNotTakenForTheServer() throws Exception {
        var server = use(madeServer());
        server.start();
        var pidFile = home().resolve("data/postmaster.pid");
        var written = Files.readString(pidFile);
        var pid = server.status().pid().orElseThrow();
        server.stop();
        long stranger = ProcessHandle.current().pid();
        Files.writeString(pidFile, written.replaceFirst("^" + pid, String.valueOf(stranger)));

        assertThat(server.status().running()).isFalse();
        server.stop();
        server.start();
        assertThat(server.status().running()).isTrue();
        assertThat(server.status().pid()).isNotEqualTo(stranger);
    }

    @Test
    void aCopyOfTheFolderDoesNotFindTheServerOfTheOriginal() throws Exception {
        var original = use(madeServer()).start();
        var copy = folder.resolve("copy");
        copy(home(), copy);

        var copied = use(EmbeddedServer.in(copy, installation));
        assertThat(copied.status().running()).isFalse();
        assertThat(copied.start().port()).isNotEqualTo(original.port());
    }

    @Test
    void takesAnotherPortWhenSomebodyElseHasTakenIt() throws Exception {
        var server = use(madeServer());
        int port = server.start().port();
        server.stop();

        try (var somebody = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            int other = server.start().port();
            assertThat(other).isNotEqualTo(somebody.getLocalPort());
            server.stop();
            assertThat(server.start().port()).isEqualTo(other);
        }
    }

    @Test
    void aLostPasswordOfTheApplicationIsReplaced() throws Exception {
        var server = use(madeServer());
        var old = server.start();
        Files.delete(home().resolve("secrets/tanzhang"));

        var address = server.start();
        assertThat(address.password()).isNotEqualTo(old.password());
        connect(address).close();
    }

    @Test
    void aLostPasswordOfTheSuperuserIsNamed() throws Exception {
        var server = madeServer();
        server.start();
        var superuser = home().resolve("secrets/superuser");
        var kept = Files.readString(superuser);
        try {
            Files.delete(superuser);
            assertThatThrownBy(server::start)
                    .isInstanceOf(DatabaseServerException.class)
                    .hasMessageContaining(superuser.toString())
                    .hasMessageContaining("backup");
            Files.writeString(superuser, "another\n");
            assertThatThrownBy(server::start).hasMessageContaining("refuses the password");
        } finally {
            Files.writeString(superuser, kept);
            server.stop();
        }
    }

    @Test
    void dataOfAnotherMajorVersionAreRefusedBeforeTheyAreTouched() throws Exception {
        var server = use(madeServer());
        server.start();
        server.stop();
        Files.writeString(home().resolve("data/PG_VERSION"), "12\n");

        assertThatThrownBy(server::start).hasMessageContaining("PostgreSQL 12").hasMessageContaining("restore");
    }

    @Test
    void aFaultInTheSettingsIsToldInPostgresqlsWords() throws Exception {
        var server = use(madeServer());
        server.start();
        server.stop();
        var file = home().resolve("data/postgresql.conf");
        Files.writeString(file, Files.readString(file) + "\nwork_mem = 'plenty'\n");

        assertThatThrownBy(server::start)
                .isInstanceOf(DatabaseServerException.class)
                .hasMessageContaining("work_mem");
    }

    @Test
    void aPathThatTheShellWouldReadIsRefused() {
        assertThatThrownBy(() -> EmbeddedServer.in(folder.resolve("a$HOME"), installation)
                        .start())
                .isInstanceOf(DatabaseServerException.class)
                .hasMessageContaining("TANZHANG_HOME");
    }

    @Test
    void asRootWithoutUserNamespacesTheServerRunsAsAnAccount() throws Exception {
        assumeTrue(Folder.ownUid() == 0, "only root needs a way around");
        var barred = use(EmbeddedServer.in(home(), installation, way -> !(way instanceof RunAs.UserNamespace)));
        try (var connection = connect(barred.start())) {
            execute(connection, "CREATE TABLE kept AS SELECT 44 AS figure");
        }
        assertThat(Folder.uid(home().resolve("data"))).isNotZero();
        assertThat(Folder.uid(home().resolve("secrets"))).isZero();
        kill(barred);

        // User namespaces are allowed again: the data stay with their owner.
        var allowed = server();
        try (var connection = connect(allowed.start())) {
            assertThat(strings(connection, "SELECT figure FROM kept")).containsExactly("44");
        }
        assertThat(Folder.uid(home().resolve("data"))).isNotZero();
        allowed.stop();
        assertThat(barred.status().running()).isFalse();
    }

    @Test
    void asRootTheDataChangeHandsWhenTheirWayIsBarred() throws Exception {
        assumeTrue(Folder.ownUid() == 0, "only root needs a way around");
        var first = use(EmbeddedServer.in(home(), installation, way -> way instanceof RunAs.UserNamespace));
        try (var connection = connect(first.start())) {
            execute(connection, "CREATE TABLE kept AS SELECT 44 AS figure");
        }
        first.stop();
        assertThat(Folder.uid(home().resolve("data"))).isZero();

        for (var program : List.of("runuser", "setpriv")) {
            var then = use(EmbeddedServer.in(
                    home(),
                    installation,
                    way -> way instanceof RunAs.Account account
                            && account.program().equals(program)));
            try (var connection = connect(then.start())) {
                assertThat(strings(connection, "SELECT figure FROM kept")).containsExactly("44");
            }
            assertThat(Folder.uid(home().resolve("data/base"))).isNotZero();
            then.stop();
        }
        var back = use(EmbeddedServer.in(home(), installation, way -> way instanceof RunAs.UserNamespace));
        try (var connection = connect(back.start())) {
            assertThat(strings(connection, "SELECT figure FROM kept")).containsExactly("44");
        }
    }

    @Test
    void asRootWithNoWayTheMessageNamesEachOneTried() throws Exception {
        assumeTrue(Folder.ownUid() == 0, "only root needs a way around");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        var server = EmbeddedServer.in(home(), installation, way -> !(way instanceof RunAs.UserNamespace));

        assertThatThrownBy(server::start)
                .isInstanceOf(DatabaseServerException.class)
                .hasMessageContaining("may not enter")
                .hasMessageContaining("ordinary user");
    }

    @Test
    void anInstalledPostgresqlServesAsWell() throws Exception {
        var installed = Path.of("/usr/lib/postgresql");
        assumeTrue(Files.isDirectory(installed), "no PostgreSQL is installed in " + installed);
        try (Stream<Path> versions = Files.list(installed)) {
            var newest = versions.filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
                    .max((one, other) -> Integer.compare(number(one), number(other)));
            assumeTrue(newest.isPresent(), "no initdb is installed in " + installed);
            var server = use(EmbeddedServer.in(home(), newest.orElseThrow()));
            try (var connection = connect(server.start())) {
                assertThat(setting(connection, "server_version")).startsWith(number(newest.orElseThrow()) + ".");
            }
            assertThat(server.status().running()).isTrue();
        }
    }

    /** Starts the server whose home and installation are given, says its address and is gone. */
    static final class Starter {
        public static void main(String[] arguments) {
            System.out.println(EmbeddedServer.in(Path.of(arguments[0]), Path.of(arguments[1]))
                    .start()
                    .url());
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
    }

    private Process startInAnotherJvm() throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Starter.class.getName(),
                home().toString(),
                installation.toString());
        return builder.redirectErrorStream(true).start();
    }

    private static String lastLine(Process program) throws IOException {
        var lines = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return lines.get(lines.size() - 1);
    }

    private Path home() {
        return folder.resolve("postgresql");
    }

    private EmbeddedServer server() {
        return EmbeddedServer.in(home(), installation);
    }

    /** The server of a cluster that is there; its port is its own. */
    private EmbeddedServer madeServer() throws IOException {
        copy(made, home());
        Files.delete(home().resolve("port"));
        return server();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private EmbeddedServer use(EmbeddedServer server) {
        used.add(server);
        return server;
    }

    private String secret(String name) throws IOException {
        return Files.readString(home().resolve("secrets").resolve(name)).strip();
    }

    private static void kill(EmbeddedServer server) throws Exception {
        var process = ProcessHandle.of(server.status().pid().orElseThrow()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Connection connect(ServerAddress address) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        return new Driver().connect(address.url(), properties);
    }

    private static Connection connect(int port, String user, String password) throws SQLException {
        return connect(new ServerAddress("jdbc:postgresql://127.0.0.1:" + port + "/tanzhang", user, password, port));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var all = new ArrayList<String>();
            while (result.next()) {
                all.add(result.getString(1));
            }
            return all;
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        return strings(connection, "SELECT current_setting('" + name + "')").get(0);
    }

    /** What anybody reads of the processes of this machine, and their owners besides. */
    private static String processes() {
        var all = new StringBuilder();
        ProcessHandle.allProcesses().forEach(process -> {
            for (var file : List.of("cmdline", "environ")) {
                try {
                    all.append(Files.readString(
                            Path.of("/proc", String.valueOf(process.pid()), file), StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    all.append('\n'); // ended meanwhile, or somebody else's
                }
            }
        });
        return all.toString();
    }

    private static int number(Path version) {
        return Integer.parseInt(version.getFileName().toString().replaceAll("\\D.*", ""));
    }

    private static void openToAll(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
