package org.tanzhang.code;

import java.util.List;

/**
 * An energy carrier as the 205-1 card or the energy balance lists it.
 *
 * @param unit symbol of the ledger unit, which is 205-1's
 * @param kind what it is to the accounts
 * @param family coal, oil, gas, electricity, heat or other: the rough type of composite factors
 * @param carrierGroup code of the balance's column it lies under; itself for most
 * @param parts codes of the carriers that a total or a group is made of, empty for a single carrier
 */
public record Carrier(
        String code,
        Name name,
        String unit,
        Kind kind,
        String family,
        String carrierGroup,
        List<String> parts,
        List<String> aliases)
        implements Code {

    /** What a carrier is to the accounts. */
    public enum Kind {
        /** burns, and its carbon counts where it burns */
        FUEL,
        /** naphtha, lubricants ...: an oil product that is no fuel; its carbon is stored unless it is burnt for power or heat */
        PRODUCT,
        /** blast-furnace and converter gas, whose carbon came with the coke */
        BY_PRODUCT_GAS,
        ELECTRICITY,
        HEAT,
        /** biogenic: a memo */
        BIOMASS,
        /** partly fossil wastes */
        WASTE,
        /** recovered heat and pressure: no carbon of its own */
        WASTE_HEAT,
        /** a sum over carriers; never enters beside its parts */
        TOTAL,
        /** the part of a total that its parts do not explain */
        UNSPECIFIED,
        /** several carriers printed in one column; needs a stated split */
        MIXED
    }

    public Carrier {
        parts = List.copyOf(parts);
        aliases = List.copyOf(aliases);
    }

    /** Whether it is electricity or heat, which belong to scope 2. */
    public boolean isPurchasedEnergy() {
        return kind == Kind.ELECTRICITY || kind == Kind.HEAT;
    }
}
