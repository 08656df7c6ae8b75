package org.tanzhang.quality.comparison;

import java.util.List;

/**
 * What last year's statement had of a part of the form, this year's has too: 205-2 beside 205-1.
 *
 * @param items the part's items
 */
public record ItemsGone(List<String> items) implements Comparison {

    public ItemsGone {
        items = List.copyOf(items);
    }
}
