package org.tanzhang.code;

import java.util.List;

/**
 * An industrial product, or a material of a process, whose making gives off CO2 that no fuel burnt: a memo of the accounts.
 *
 * @param unit symbol of the unit of its output
 */
public record Product(String code, Name name, String unit, List<String> aliases) implements Code {

    public Product {
        aliases = List.copyOf(aliases);
    }
}
