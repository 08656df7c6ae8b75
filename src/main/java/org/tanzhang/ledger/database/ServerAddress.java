package org.tanzhang.ledger.database;

/**
 * How to connect to a running server.
 *
 * @param url JDBC address, without the password
 * @param user role to connect as
 * @param password the role's password; never log it
 * @param port TCP port on 127.0.0.1
 */
public record ServerAddress(String url, String user, String password, int port) {

    /** Names the address and the role and hides the password. */
    @Override
    public String toString() {
        return "ServerAddress[url=" + url + ", user=" + user + ", password=***, port=" + port + "]";
    }
}
