package org.tanzhang.intake.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanzhang.code.Caption;
import org.tanzhang.code.Carrier;
import org.tanzhang.code.Codes;
import org.tanzhang.intake.form.FormDefinition;
import org.tanzhang.intake.form.FormDefinition.Column;
import org.tanzhang.intake.form.FormDefinition.Item;
import org.tanzhang.intake.form.FormDefinition.ReporterRows;
import org.tanzhang.observation.Observation;
import org.tanzhang.quantity.Unit;
import org.tanzhang.quantity.Units;

/** What the columns of a form whose rows are reporters mean, as its blank prints them and reading understands them. */
public final class PrintedColumns {

    private final FormDefinition form;
    private final ReporterRows rows;
    private final @Nullable Item measure;
    private final Codes codes;
    private final Units units;
    private final Vocabulary vocabulary;
    private final Set<String> printed = new HashSet<>();

    /** @param item with its qualifier, such as {@code gdp-constant@2020} */
    public record PrintedColumn(String item, String carrier, Unit unit) {}

    private PrintedColumns(FormDefinition form, ReporterRows rows, @Nullable Item measure, Codes codes, Units units) {
        this.form = form;
        this.rows = rows;
        this.measure = measure;
        this.codes = codes;
        this.units = units;
        this.vocabulary = new Vocabulary(codes, List.of(form));
        form.print().columns().forEach(c -> printed.add(Caption.normal(Captions.withoutUnit(leaf(c), units))));
    }

    /**
     * The columns in print order; empty where reading would not know one.
     *
     * @param measure what is asked of every carrier, of a form that has one measure a table; null for others
     */
    public static List<Optional<PrintedColumn>> of(
            FormDefinition form, @Nullable Item measure, Codes codes, Units units) {
        ReporterRows rows = form.rows();
        if (rows == null) {
            throw new IllegalArgumentException("rows of " + form.id() + " are no reporters");
        }
        PrintedColumns columns = new PrintedColumns(form, rows, measure, codes, units);
        return form.print().columns().stream().map(columns::column).toList();
    }

    private static String leaf(String caption) {
        return caption.substring(caption.lastIndexOf('/') + 1);
    }

    private Optional<PrintedColumn> column(String caption) {
        return measure == null ? indicator(caption) : carrier(leaf(caption), measure);
    }

    private Optional<PrintedColumn> carrier(String caption, Item asked) {
        return vocabulary
                .carrier(form, Captions.withoutUnit(caption, units), printed)
                .map(code -> new PrintedColumn(
                        asked.code(),
                        code,
                        asked.unit() != null
                                ? Unit.ONE
                                : Captions.unit(caption, units)
                                        .map(units::get)
                                        .orElseGet(() -> units.get(carrier(code).unit()))));
    }

    private Carrier carrier(String code) {
        return codes.carriers().get(code);
    }

    private Optional<PrintedColumn> indicator(String caption) {
        IndicatorCaption said = IndicatorCaption.of(List.of(caption.split("/")), units);
        for (Column column : rows.columns()) {
            Optional<String> qualifier = said.qualifies(column);
            if (qualifier.isPresent()) {
                String item = qualifier.get().isEmpty()
                        ? column.item()
                        : column.item() + Observation.QUALIFIER + qualifier.get();
                return Optional.of(new PrintedColumn(item, column.carrier(), unit(column, said)));
            }
        }
        return Optional.empty();
    }

    /** The unit in the caption, else the one that the blank prints once above the table. */
    private Unit unit(Column column, IndicatorCaption said) {
        String table = column.unitImplied() ? null : form.print().units().get("table");
        String ledger = column.unit() != null
                ? column.unit()
                : carrier(column.carrier()).unit();
        return units.get(said.unit().orElse(table == null ? ledger : table));
    }
}
