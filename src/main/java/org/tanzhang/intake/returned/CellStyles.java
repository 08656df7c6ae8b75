package org.tanzhang.intake.returned;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanzhang.quality.Severity;

/**
 * The styles of an {@code .xlsx}, with those of faulty cells added: the sender's own style with another fill.
 *
 * <p>The fill keeps the sender's colour as its background, which a solid fill does not show, so that it can be put back
 * when the workbook returns.
 */
final class CellStyles {

    /** How the list in front looks; after the sender's own styles, in this order. */
    enum Look {
        TITLE,
        NOTE,
        HEADER,
        TEXT,
        QUOTED,
        LINK,
        ERROR,
        WARNING,
        INFO
    }

    static final String EMPTY = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs>"
            + "</styleSheet>";

    /** Excel takes 65,490 styles; past this number faulty cells share one look. */
    private static final int STYLE_LIMIT = 64_000;

    /** All borders that Excel takes have 700,000 tags. */
    private static final int TOKEN_LIMIT = 1_000_000;

    private static final Pattern FOREGROUND = Pattern.compile("<(?:\\w+:)?fgColor\\s([^>]*?)/?>");
    private static final Pattern BACKGROUND = Pattern.compile("<(?:\\w+:)?bgColor\\s([^>]*?)/?>");

    private record Fill(Colour colour, String kept) {}

    private record Style(int original, Colour colour) {}

    private final List<String> tokens;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final List<String> fills = new ArrayList<>();
    private final List<String> styles = new ArrayList<>();
    private final Map<Fill, Integer> newFills = new LinkedHashMap<>();
    private final Map<Style, Integer> newStyles = new LinkedHashMap<>();
    private String prefix = "";

    private CellStyles(List<String> tokens) {
        this.tokens = tokens;
    }

    static CellStyles read(XmlTokens xml) throws IOException {
        CellStyles read = new CellStyles(new ArrayList<>());
        List<String> open = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        for (String token = xml.next(); token != null; token = xml.next()) {
            Tag tag = Tag.is(token) ? new Tag(token) : null;
            boolean start = tag != null && !tag.isEnd();
            if (tag != null && start && open.isEmpty()) {
                read.prefix = tag.prefix();
            }
            String table = open.size() >= 2 ? open.get(1) : "";
            if (start && open.size() == 2) {
                read.counts.merge(table, 1, Integer::sum);
            }
            boolean inside = table.equals("fills") || table.equals("cellXfs");
            boolean last = inside && open.size() == 2 && tag != null && tag.isEnd();
            if (inside && !last) {
                element.append(token);
            } else {
                read.tokens.add(token);
                element.setLength(0);
            }
            if (read.tokens.size() > TOKEN_LIMIT) {
                throw new IOException("more styles than a spreadsheet takes");
            }
            if (tag != null && start && !tag.isEmpty()) {
                open.add(tag.name());
            } else if (tag != null && tag.isEnd()) {
                open.remove(open.size() - 1);
            }
            if (inside && open.size() == 2 && tag != null) {
                read.keep(table, element.toString());
                element.setLength(0);
            }
        }
        if (!read.counts.keySet().containsAll(List.of("fonts", "fills", "borders", "cellXfs"))) {
            throw new IOException("styles without fonts, fills, borders or cell styles");
        }
        return read;
    }

    private void keep(String table, String element) {
        boolean fill = table.equals("fills");
        String whole = fill ? unmarked(element) : element;
        (fill ? fills : styles).add(whole.strip());
        tokens.add(whole);
    }

    /** A fill of ours from an earlier return gives the sender's colour back. */
    private static String unmarked(String fill) {
        Matcher foreground = FOREGROUND.matcher(fill);
        String prefix = new Tag(fill.strip().substring(0, fill.strip().indexOf('>') + 1)).prefix();
        if (!foreground.find() || !Colour.isOurs(foreground.group(1))) {
            return fill;
        }
        Matcher background = BACKGROUND.matcher(fill);
        String kept = background.find() ? background.group(1).strip() : "";
        if (kept.isEmpty() || kept.contains("indexed=\"64\"") || Colour.isLikeOurs(kept)) {
            return "<" + prefix + "fill><" + prefix + "patternFill patternType=\"none\"/></" + prefix + "fill>";
        }
        return "<" + prefix + "fill><" + prefix + "patternFill patternType=\"solid\"><" + prefix + "fgColor " + kept
                + "/><" + prefix + "bgColor indexed=\"64\"/></" + prefix + "patternFill></" + prefix + "fill>";
    }

    /** The style of a faulty cell that had another one. */
    int marked(int original, Colour colour) {
        int known = original >= 0 && original < styles.size() ? original : 0;
        boolean room = styles.size() + Look.values().length + newStyles.size() < STYLE_LIMIT;
        return newStyles.computeIfAbsent(
                new Style(room ? known : 0, colour), s -> styles.size() + Look.values().length + newStyles.size());
    }

    int of(Look look) {
        return styles.size() + look.ordinal();
    }

    static Look look(Severity severity) {
        return switch (severity) {
            case ERROR -> Look.ERROR;
            case WARNING -> Look.WARNING;
            case INFO -> Look.INFO;
        };
    }

    void write(Writer out) throws IOException {
        String added = addedStyles();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (!Tag.is(token)) {
                out.write(token);
                continue;
            }
            Tag tag = new Tag(token);
            if (i > 0 && !tag.isEnd() && isTable(tag.name())) {
                out.write(tag.with("count", String.valueOf(count(tag.name()) + additions(tag.name())))
                        .raw());
            } else if (tag.isEnd() && isTable(tag.name())) {
                switch (tag.name()) {
                    case "fonts" -> out.write(fonts());
                    case "fills" -> out.write(fills());
                    case "borders" -> out.write(border());
                    default -> out.write(added);
                }
                out.write(token);
            } else {
                out.write(token);
            }
        }
    }

    private static boolean isTable(String name) {
        return name.equals("fonts") || name.equals("fills") || name.equals("borders") || name.equals("cellXfs");
    }

    private int additions(String table) {
        return switch (table) {
            case "fonts" -> 5;
            case "fills" -> 1 + newFills.size();
            case "borders" -> 1;
            default -> Look.values().length + newStyles.size();
        };
    }

    private int count(String table) {
        return counts.getOrDefault(table, 0);
    }

    private String addedStyles() {
        StringBuilder out = new StringBuilder();
        int font = count("fonts");
        int lined = count("borders");
        out.append(look(font, 0, 0, false, false));
        out.append(look(font + 1, 0, 0, false, false));
        out.append(look(font + 2, count("fills"), lined, true, false));
        out.append(look(font + 1, 0, lined, true, false));
        out.append(look(font + 1, 0, lined, true, true));
        out.append(look(font + 3, 0, lined, true, false));
        for (Severity severity : Severity.values()) {
            out.append(look(font + 4, fill(Colour.of(severity), ""), lined, true, false));
        }
        newStyles.forEach((style, index) -> {
            String own = styles.get(style.original());
            int start = own.indexOf('>') + 1;
            Tag tag = new Tag(own.substring(0, start));
            int fill = fill(style.colour(), colour(tag));
            out.append(tag.with("fillId", String.valueOf(fill))
                            .with("applyFill", "1")
                            .raw())
                    .append(own.substring(start));
        });
        return out.toString();
    }

    /** The colour that a style fills its cells with, as attributes; empty where it does not. */
    private String colour(Tag style) {
        @Nullable String id = style.attribute("fillId");
        int index = id == null ? 0 : Integer.parseInt(id);
        if (index < 2 || index >= fills.size()) {
            return "";
        }
        Matcher foreground = FOREGROUND.matcher(fills.get(index));
        return foreground.find() ? foreground.group(1).strip() : "";
    }

    private int fill(Colour colour, String kept) {
        return newFills.computeIfAbsent(new Fill(colour, kept), f -> count("fills") + 1 + newFills.size());
    }

    private String look(int font, int fill, int border, boolean wrap, boolean quoted) {
        return "<" + prefix + "xf numFmtId=\"0\" fontId=\"" + font + "\" fillId=\"" + fill + "\" borderId=\"" + border
                + "\" xfId=\"0\"" + (quoted ? " quotePrefix=\"1\"" : "")
                + " applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><" + prefix
                + "alignment vertical=\"center\"" + (wrap ? " wrapText=\"1\"" : "") + "/></" + prefix + "xf>";
    }

    private String fonts() {
        return font("b", 14, "")
                + font("", 10, "")
                + font("b", 10, "FFFFFFFF")
                + font("u", 10, "FF0000FF")
                + font("b", 10, "");
    }

    private String font(String mark, int points, String colour) {
        String p = "<" + prefix;
        return p + "font>" + (mark.isEmpty() ? "" : p + mark + "/>") + p + "sz val=\"" + points + "\"/>"
                + (colour.isEmpty() ? "" : p + "color rgb=\"" + colour + "\"/>") + p + "name val=\"宋体\"/>" + p
                + "family val=\"3\"/>" + p + "charset val=\"134\"/></" + prefix + "font>";
    }

    private String fills() {
        StringBuilder out = new StringBuilder(fill("rgb=\"FF000080\"", ""));
        newFills.forEach(
                (fill, index) -> out.append(fill("rgb=\"" + fill.colour().argb() + "\"", fill.kept())));
        return out.toString();
    }

    private String fill(String colour, String kept) {
        String p = "<" + prefix;
        return p + "fill>" + p + "patternFill patternType=\"solid\">" + p + "fgColor " + colour + "/>" + p + "bgColor "
                + (kept.isEmpty() ? "indexed=\"64\"" : kept) + "/></" + prefix + "patternFill></" + prefix + "fill>";
    }

    private String border() {
        StringBuilder out = new StringBuilder("<" + prefix + "border>");
        for (String side : List.of("left", "right", "top", "bottom")) {
            out.append("<" + prefix + side + " style=\"thin\"><" + prefix + "color indexed=\"64\"/></" + prefix + side
                    + ">");
        }
        return out.append("<" + prefix + "diagonal/></" + prefix + "border>").toString();
    }
}
