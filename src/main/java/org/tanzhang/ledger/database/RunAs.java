package org.tanzhang.ledger.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * As whom the server's processes run. PostgreSQL refuses to run as root, so root needs a way around.
 *
 * <p>The uid and gid are those that own the data directory.
 */
sealed interface RunAs {

    Duration PATIENCE = Duration.ofSeconds(20);

    int uid();

    int gid();

    /** The command that runs another one this way. */
    List<String> wrap(List<String> command);

    /** An ordinary user: nothing to do. */
    record Oneself(int uid, int gid) implements RunAs {
        @Override
        public List<String> wrap(List<String> command) {
            return command;
        }

        @Override
        public String toString() {
            return "the user who runs the program";
        }
    }

    /**
     * Root without a mapping in a user namespace of its own: all of root's files, and the process, appear to belong to the
     * kernel's overflow uid (usually nobody), which is not root, while outside everything stays root's.
     */
    record UserNamespace() implements RunAs {
        @Override
        public int uid() {
            return 0;
        }

        @Override
        public int gid() {
            return 0;
        }

        @Override
        public List<String> wrap(List<String> command) {
            return joined(List.of("unshare", "-U", "--"), command);
        }

        @Override
        public String toString() {
            return "unshare -U";
        }
    }

    /** An unprivileged account, by setpriv or, where that is missing or too old, by runuser. */
    record Account(String name, int uid, int gid, String program) implements RunAs {
        @Override
        public List<String> wrap(List<String> command) {
            return program.equals("setpriv")
                    ? joined(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"), command)
                    : joined(List.of("runuser", "-u", name, "--"), command);
        }

        @Override
        public String toString() {
            return program + " with account " + name;
        }
    }

    /** Data of another user can be served by root alone. */
    static void refuseForeign(Home home) throws IOException {
        int own = Folder.ownUid();
        if (own != 0 && home.cluster().exists() && Folder.uid(home.data()) != own) {
            throw new DatabaseServerException(
                    "data-belongs-to-other", home.folder(), name(Folder.uid(home.data())), name(own));
        }
    }

    /**
     * Chooses the way for a home.
     *
     * <p>Who owns the data (or the home, before there are data) decides, so that data made one way stay with it and root
     * works for a plain user in that user's folder. Where that does not work, the first way that does is taken.
     *
     * @param allowed ways that may be tried (tests bar some)
     * @throws DatabaseServerException when none works
     */
    static RunAs choose(Home home, Installation installation, Predicate<RunAs> allowed) throws IOException {
        int own = Folder.ownUid();
        if (own != 0) {
            return new Oneself(own, Folder.ownGid());
        }
        int owner = Folder.uid(home.cluster().exists() ? home.data() : home.folder());
        var tried = new ArrayList<String>();
        for (var way : candidates(owner)) {
            if (allowed.test(way)) {
                var fault = fault(way, home.folder(), installation);
                if (fault.isEmpty()) {
                    return way;
                }
                tried.add("- " + way + ": " + fault.get());
            }
        }
        throw new DatabaseServerException("no-way-as-root", String.join("\n", tried), home.folder());
    }

    private static List<RunAs> candidates(int owner) {
        var ways = new ArrayList<RunAs>();
        if (owner != 0) {
            ways.addAll(accounts(String.valueOf(owner)));
        }
        ways.add(new UserNamespace());
        for (var account : List.of("tanzhang", "postgres", "nobody")) {
            ways.addAll(accounts(account));
        }
        return ways;
    }

    private static List<Account> accounts(String nameOrUid) {
        var line = passwd(nameOrUid);
        if (line.isEmpty()) {
            return List.of();
        }
        var fields = line.get().split(":", -1);
        int uid = Integer.parseInt(fields[2]);
        int gid = Integer.parseInt(fields[3]);
        return uid == 0
                ? List.of()
                : List.of(new Account(fields[0], uid, gid, "setpriv"), new Account(fields[0], uid, gid, "runuser"));
    }

    private static String name(int uid) {
        return passwd(String.valueOf(uid)).map(line -> line.split(":", -1)[0]).orElse("uid " + uid);
    }

    private static Optional<String> passwd(String nameOrUid) {
        try {
            var answer = Command.run(List.of("getent", "passwd", nameOrUid), Path.of("/"), PATIENCE);
            return answer.output()
                    .lines()
                    .filter(line -> answer.succeeded() && line.split(":", -1).length >= 4)
                    .findFirst();
        } catch (DatabaseServerException e) {
            return Optional.empty();
        }
    }

    /** Why a way does not work for this folder, or nothing: initdb wants a name for its user and a home it may enter. */
    private static Optional<String> fault(RunAs way, Path home, Installation installation) {
        var script = "test \"$(id -u)\" != 0 || { echo still root; exit 1; }; id -un >/dev/null || exit 1; "
                + "test -x \"$1/\" || { echo \"may not enter $1\"; exit 1; }; "
                + "test -x \"$2\" || { echo \"may not run $2\"; exit 1; }";
        try {
            var answer = Command.run(
                    way.wrap(List.of(
                            "sh",
                            "-c",
                            script,
                            "sh",
                            home.toString(),
                            installation.program("initdb").toString())),
                    Path.of("/"),
                    PATIENCE);
            return answer.succeeded() ? Optional.empty() : Optional.of(answer.output());
        } catch (DatabaseServerException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> joined(List<String> first, List<String> then) {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
