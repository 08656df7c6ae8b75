package org.tanzhang.observation;

/**
 * A place on a form where something stands that could not be read as its number: no nought, no blank, and nothing that
 * depends on it is known.
 *
 * @param item what the cell is to state, as {@link Observation#item()}
 * @param carrier of which, as {@link Observation#carrier()}
 */
public record Unread(String item, String carrier) {}
