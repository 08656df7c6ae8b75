package org.tanzhang.quality.comparison;

/** A relation that a statement must hold with other statements; the parameters come with the rule that states it. */
public sealed interface Comparison
        permits OfTwoPeriods,
                BetweenMeasures,
                TotalChange,
                DivisionChange,
                UpperLevel,
                StandardQuantity,
                StatedGrowth,
                PerHead,
                SameFigures,
                SameName,
                TwoPlaces,
                IndustryProcess,
                ItemsGone,
                ActiveUnit {}
