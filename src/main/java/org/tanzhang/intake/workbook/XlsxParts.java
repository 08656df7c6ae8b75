package org.tanzhang.intake.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code .xlsx} says about itself: its sheets, its number formats, the day it counts from. Relations are followed
 * inside the package alone.
 */
final class XlsxParts {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final Pattern SIZE = Pattern.compile("\\d{1,9}");

    /** A sheet and the part that holds it; no part where it is no worksheet (a chart, a dialog). */
    record Place(SheetHead sheet, @Nullable String part) {}

    private record Target(String type, String part) {}

    private final PackageParts parts;
    private final NumberFormats formats = new NumberFormats();
    private final List<Place> sheets = new ArrayList<>();
    private @Nullable String sharedTexts;

    XlsxParts(PackageParts parts) throws IOException, XMLStreamException, UnreadableWorkbookException {
        this.parts = parts;
        String workbook = relations("").values().stream()
                .filter(t -> t.type().equals("officeDocument"))
                .map(Target::part)
                .findFirst()
                .orElse(WORKBOOK);
        Map<String, Target> targets = relations(workbook);
        for (Target target : targets.values()) {
            if (target.type().equals("sharedStrings")) {
                sharedTexts = target.part();
            } else if (target.type().equals("styles")) {
                readStyles(target.part());
            }
        }
        readWorkbook(workbook, targets);
    }

    List<Place> sheets() {
        return sheets;
    }

    NumberFormats formats() {
        return formats;
    }

    InputStream required(String part) throws IOException, UnreadableWorkbookException {
        return parts.part(part)
                .orElseThrow(() -> new UnreadableWorkbookException(UnreadableWorkbookException.DAMAGED, part));
    }

    /** The texts that cells share, none where the package has no such part. */
    Optional<InputStream> sharedTexts() throws IOException, UnreadableWorkbookException {
        return sharedTexts == null ? Optional.empty() : parts.part(sharedTexts);
    }

    private void readWorkbook(String workbook, Map<String, Target> targets)
            throws IOException, XMLStreamException, UnreadableWorkbookException {
        try (XmlText xml = new XmlText(required(workbook))) {
            for (int event = xml.next(); event >= 0; event = xml.next()) {
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.name().equals("workbookPr") && xml.flag("date1904")) {
                    formats.countFrom1904();
                } else if (xml.name().equals("sheet")) {
                    String state = xml.attribute("state");
                    boolean hidden = state != null && !state.equals("visible");
                    String name = xml.attribute("name");
                    Target target = targets.get(xml.attribute("id"));
                    if (target == null) {
                        throw new UnreadableWorkbookException(
                                UnreadableWorkbookException.DAMAGED, String.valueOf(name));
                    }
                    sheets.add(new Place(
                            new SheetHead(name == null ? "" : name, hidden),
                            target.type().equals("worksheet") ? target.part() : null));
                }
            }
        }
    }

    private void readStyles(String part) throws IOException, XMLStreamException, UnreadableWorkbookException {
        Optional<InputStream> styles = parts.part(part);
        if (styles.isEmpty()) {
            return;
        }
        boolean cellStyles = false;
        try (XmlText xml = new XmlText(styles.get())) {
            for (int event = xml.next(); event >= 0; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("numFmt")) {
                    String code = xml.attribute("formatCode");
                    formats.addFormat(number(xml.attribute("numFmtId")), code == null ? "" : code);
                } else if (event == XMLStreamConstants.START_ELEMENT
                        && xml.name().equals("cellXfs")) {
                    cellStyles = true;
                } else if (event == XMLStreamConstants.START_ELEMENT
                        && cellStyles
                        && xml.name().equals("xf")) {
                    formats.addStyle(number(xml.attribute("numFmtId")));
                } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("cellXfs")) {
                    cellStyles = false;
                }
            }
        }
    }

    private static int number(@Nullable String text) {
        return text == null || !SIZE.matcher(text).matches() ? 0 : Integer.parseInt(text);
    }

    /** The relations of a part by their ids; those that point out of the package are left out. */
    private Map<String, Target> relations(String part)
            throws IOException, XMLStreamException, UnreadableWorkbookException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        Optional<InputStream> relations = parts.part(folder + "_rels/" + part.substring(slash) + ".rels");
        Map<String, Target> targets = new HashMap<>();
        if (relations.isEmpty()) {
            return targets;
        }
        try (XmlText xml = new XmlText(relations.get())) {
            for (int event = xml.next(); event >= 0; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("Relationship")) {
                    String id = xml.attribute("Id");
                    String type = xml.attribute("Type");
                    String target = xml.attribute("Target");
                    if (id != null
                            && type != null
                            && target != null
                            && !"External".equals(xml.attribute("TargetMode"))) {
                        targets.put(
                                id, new Target(type.substring(type.lastIndexOf('/') + 1), resolved(folder, target)));
                    }
                }
            }
        }
        return targets;
    }

    private static String resolved(String folder, String target) {
        String place = target.replace('\\', '/');
        if (place.startsWith("/")) {
            return place.substring(1);
        }
        String from = folder;
        while (place.startsWith("../")) {
            place = place.substring(3);
            int up = from.lastIndexOf('/', from.length() - 2);
            from = up < 0 ? "" : from.substring(0, up + 1);
        }
        return from + (place.startsWith("./") ? place.substring(2) : place);
    }
}
