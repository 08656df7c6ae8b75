package org.tanzhang.ledger.database;

import java.util.ListResourceBundle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the user reads when the server cannot be run, in English; {@link Messages_zh} holds the same in Chinese. */
class Messages extends ListResourceBundle {

    static String text(Locale locale, String key, @Nullable Object... arguments) {
        var bundle = locale.getLanguage().equals("zh") ? new Messages_zh() : new Messages();
        return String.format(Locale.ROOT, bundle.getString(key), arguments);
    }

    @Override
    protected Object[][] getContents() {
        return new Object[][] {
            {
                "no-binaries",
                "This program brings no PostgreSQL for this machine (%1$s). "
                        + "Install PostgreSQL 15 or newer and set SPRING_DATASOURCE_URL to a database on it."
            },
            {
                "binaries-not-unpacked",
                "The PostgreSQL binaries could not be unpacked into %1$s: %2$s. "
                        + "Check that the disk has 100 MB free and that the folder may be written to."
            },
            {"not-an-installation", "%1$s holds no PostgreSQL installation: bin/%2$s is missing or not executable."},
            {
                "odd-path",
                "The database cannot live in %1$s: the path holds one of the characters \" $ ` \\ or a line break. "
                        + "Choose another folder (TANZHANG_HOME)."
            },
            {
                "folder-not-writable",
                "%1$s could not be read or written: %2$s. Check the folder's owner, rights and free space."
            },
            {
                "data-belongs-to-other",
                "The database in %1$s belongs to user %2$s and this program runs as user %3$s. "
                        + "Run it as %2$s, or stop the server and change the owner of the folder and all in it (chown -R)."
            },
            {
                "no-way-as-root",
                "PostgreSQL refuses to run as root, and no way around works here:%n%1$s%n"
                        + "Run this program as an ordinary user (and give it the folder %2$s: chown -R), "
                        + "or make an account named tanzhang that may enter that folder."
            },
            {
                "initdb-failed",
                "The database could not be created in %1$s (initdb ended with %2$s):%n%3$s%n"
                        + "Nothing is left behind; mend the cause and run the command again."
            },
            {
                "other-version",
                "The data in %1$s were written by PostgreSQL %2$s, but this program brings PostgreSQL %3$s. "
                        + "Use the program version that wrote them, or dump the data with it and restore them here."
            },
            {
                "secret-missing",
                "The password file %1$s is missing or empty, but the database exists. Restore it from a backup of %2$s."
            },
            {
                "secret-refused",
                "The server on port %1$s refuses the password in %2$s. Restore that file from a backup: "
                        + "the data directory and the folder of passwords belong together."
            },
            {
                "start-failed",
                "The database server did not start. It said:%n%1$s%nThe full log is in %2$s. "
                        + "The data are untouched; mend the cause and run the command again."
            },
            {
                "old-processes",
                "Processes of a server that was killed still use %1$s (process ids: %2$s). "
                        + "Wait until they have ended, or end them with kill, and run the command again."
            },
            {
                "not-ready",
                "The database server (process %1$s) runs but took no connection within %2$s seconds. "
                        + "It may be recovering after a crash: look into %3$s and run the command again later."
            },
            {"no-port", "No free port was found on 127.0.0.1 between %1$s and %2$s. End the programs that hold them."},
            {
                "server-refused",
                "The database server on port %1$s refused to talk: %2$s. If this stays, stop it with \"database stop\" "
                        + "and run the command again; its log is in %3$s."
            },
            {
                "stop-failed",
                "The database server (process %1$s) did not stop:%n%2$s%nRun \"database stop\" again, "
                        + "or look into %3$s. Never delete files of a running server."
            },
            {
                "command-failed",
                "%1$s could not be run: %2$s. Check that it is installed and may be executed (and that the file system "
                        + "is not mounted noexec)."
            },
            {"command-timeout", "%1$s did not end within %2$s seconds and was ended."},
            {
                "interrupted",
                "Waiting for the database server was interrupted. It may still be starting or stopping; look with \"database status\"."
            },
        };
    }
}
