package org.tanzhang.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.tanzhang.batch.Progress;
import org.tanzhang.batch.Settings;
import org.tanzhang.ledger.LockRepository;
import org.tanzhang.ledger.database.EmbeddedServer;
import org.tanzhang.ledger.database.ServerAddress;

/** A command's way to the application: starts the database and Spring, closes Spring again. */
final class Session implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Session(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** The folder that holds jobs/ and emission-factors/. */
    static Path root() {
        return Path.of(System.getProperty("tanzhang.root", "")).toAbsolutePath();
    }

    /** The files of settings that are there. */
    static List<Path> jobFiles() {
        return Stream.of("import", "account", "inventory", "nightly")
                .map(job -> root().resolve("jobs").resolve(job).resolve("job.yml"))
                .filter(Files::exists)
                .toList();
    }

    /** The folder of the data. */
    static Path home() {
        String home = System.getProperty("tanzhang.home");
        return home == null ? root().resolve("var") : Path.of(home).toAbsolutePath();
    }

    /** The reference-data folder, for commands that do without Spring. */
    static Path referenceFolder() {
        String named = System.getProperty("tanzhang.emission-factors", System.getenv("TANZHANG_EMISSION_FACTORS"));
        return named == null ? root().resolve("emission-factors") : Path.of(named);
    }

    /** The bureau's own file of severities, for commands that do without Spring. */
    static Path rulesFile() {
        String named = System.getProperty("tanzhang.rules", System.getenv("TANZHANG_RULES"));
        return named == null ? home().resolve("rules.yml") : Path.of(named);
    }

    /** The folder of the bureau's own forms, for commands that do without Spring. */
    static Path formsFolder() {
        String named = System.getProperty("tanzhang.forms", System.getenv("TANZHANG_FORMS"));
        return named == null ? home().resolve("forms") : Path.of(named);
    }

    /** The server of the program's own. */
    static EmbeddedServer server() {
        return EmbeddedServer.in(home().resolve("postgresql"));
    }

    static Session open() {
        return open(Progress.NONE);
    }

    static Session open(Progress progress) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("tanzhang.root", root().toString());
        properties.put("tanzhang.home", home().toString());
        if (!hasOwnDatabase()) {
            ServerAddress address = server().start();
            properties.put("spring.datasource.url", address.url());
            properties.put("spring.datasource.username", address.user());
            properties.put("spring.datasource.password", address.password());
        }
        properties.put(
                "spring.config.import",
                jobFiles().stream().map(file -> "file:" + file).collect(Collectors.joining(",")));
        SpringApplication application = new SpringApplication(Application.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        // a command uses a part of what there is, and waits for no more than that
        application.setLazyInitialization(true);
        application.setDefaultProperties(properties);
        application.addInitializers(
                c -> ((GenericApplicationContext) c).registerBean("progress", Progress.class, () -> progress));
        Session session = new Session(application.run());
        try {
            session.get(FlywayMigrationInitializer.class);
            session.settings();
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
        return session;
    }

    private static boolean hasOwnDatabase() {
        return System.getenv("SPRING_DATASOURCE_URL") != null || System.getProperty("spring.datasource.url") != null;
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    Settings settings() {
        return get(Settings.class);
    }

    /** The lock under which everything is written. */
    LockRepository.Lock lock(String command) throws LockRepository.HeldException, SQLException {
        String who = "tanzhang " + command + " (pid " + ProcessHandle.current().pid() + ")";
        return get(LockRepository.class).take(who);
    }

    @Override
    public void close() {
        context.close();
    }
}
