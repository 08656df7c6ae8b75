package org.tanzhang.quality.comparison;

import java.util.List;

/**
 * Transformation processes fit the industry in which the register lists the unit that year.
 *
 * @param industries beginnings of GB/T 4754 codes it is about
 * @param except beginnings of codes that it is not about after all
 * @param items the processes
 * @param expected whether a unit of these industries must state one of the processes; otherwise a unit of all other
 *     industries must state none
 */
public record IndustryProcess(List<String> industries, List<String> except, List<String> items, boolean expected)
        implements Comparison {

    public IndustryProcess {
        industries = List.copyOf(industries);
        except = List.copyOf(except);
        items = List.copyOf(items);
    }
}
