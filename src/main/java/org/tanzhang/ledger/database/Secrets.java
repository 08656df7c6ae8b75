package org.tanzhang.ledger.database;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** The generated passwords, a file each that only the owner may read. */
record Secrets(Path folder) {

    /** File of the superuser's password; the other roles' files have the roles' names. */
    static final String SUPERUSER = "superuser";

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** 32 letters and digits: 190 bits. */
    static String generate() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Optional<String> read(String name) throws IOException {
        return Optional.ofNullable(Folder.firstLine(file(name)));
    }

    void write(String name, String password) throws IOException {
        Folder.make(folder, "rwx------");
        Folder.write(file(name), password + "\n", "rw-------");
    }
}
