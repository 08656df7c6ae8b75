package org.tanzhang.intake.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanzhang.intake.reference.YamlNode;

/**
 * How an edition looks on paper, where its definition alone does not say. Only what is written out depends on it, nothing
 * that is read.
 *
 * @param title the title above the table, null for the form's own
 * @param number the form's number (表号), null when it has none
 * @param authority who issued the form (制定机关), null when nobody did
 * @param units printed unit by ledger unit ({@code 吨: 万吨}); a unit that is not named is printed as it is
 * @param rows items of a balance in print order, {@link #SECTORS} for the sector list; empty for the definition's order
 * @param columns carriers of a balance, or items of a card or list, in print order; empty for the columns of the code list
 *     or the definition's order. Of a form whose rows are reporters the captions themselves, {@code a/b} for b under a
 * @param zeros whether nothing is stated as 0 and not left blank
 * @param captions printed caption by item, carrier or sector; it must read back as what it names
 * @param letters the letter row (甲 乙 丙 1 2 ...), column by column; empty for the usual one
 * @param choices the answers that a column of a list takes, by item
 * @param notes remarks below the table
 */
public record PrintedForm(
        @Nullable String title,
        @Nullable String number,
        @Nullable String authority,
        Map<String, String> units,
        List<String> rows,
        List<String> columns,
        boolean zeros,
        Map<String, String> captions,
        List<String> letters,
        Map<String, List<String>> choices,
        List<String> notes) {

    /** Stands in {@code rows} for the sectors of the code list. */
    public static final String SECTORS = "sectors";

    public PrintedForm {
        units = Map.copyOf(units);
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        captions = Map.copyOf(captions);
        letters = List.copyOf(letters);
        choices = Map.copyOf(choices);
        notes = List.copyOf(notes);
    }

    static PrintedForm of(YamlNode node) {
        return new PrintedForm(
                node.textOrNull("title"),
                node.textOrNull("number"),
                node.textOrNull("authority"),
                words(node.node("units")),
                node.texts("rows"),
                node.texts("columns"),
                node.flag("zeros"),
                words(node.node("captions")),
                node.texts("letters"),
                choices(node.node("choices")),
                node.texts("notes"));
    }

    private static Map<String, String> words(YamlNode node) {
        Map<String, String> words = new HashMap<>();
        node.keys().forEach(key -> words.put(key, node.text(key)));
        return words;
    }

    private static Map<String, List<String>> choices(YamlNode node) {
        Map<String, List<String>> choices = new HashMap<>();
        node.keys().forEach(key -> choices.put(key, node.texts(key)));
        return choices;
    }
}
