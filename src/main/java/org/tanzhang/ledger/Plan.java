package org.tanzhang.ledger;

/**
 * A run about to be accounted: its number, and what it will rest on.
 *
 * @param run the number of the run to come
 * @param inputsDigest SHA-256 over what it is accounted from
 */
public record Plan(long run, int year, String region, String inputsDigest) {}
