package org.tanzhang.intake.returned;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanzhang.observation.CellAddress;

/** The comments of one sheet of an {@code .xlsx}: the sender's stay, ours of an earlier return go, new ones come. */
final class SheetComments {

    static final String AUTHOR = "碳账 Tanzhang";

    /** Stands between what the sender had written in a comment and what is added. */
    static final String SEPARATOR = "—— " + AUTHOR + " ——";

    /** How a comment of ours begins, should a program have lost its author. */
    private static final Pattern OURS = Pattern.compile("^\\[(?:错误|警告|提示) [A-Z][-A-Z0-9]*-\\d+] ");

    private static final Pattern PLACE = Pattern.compile("[A-Za-z]{1,3}[0-9]{1,7}");

    /** Of the sender's own, which are held in memory. */
    private static final int COMMENT_LIMIT = 1 << 18;

    static final String EMPTY = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors></authors>"
            + "<commentList></commentList></comments>";

    private final StringBuilder head = new StringBuilder();
    private final StringBuilder tail = new StringBuilder();
    private final Map<String, String> own = new LinkedHashMap<>();
    private final Places removed = new Places();
    private int author;
    private String prefix = "";

    private SheetComments() {}

    /** Whether a comment was written by this program. */
    static boolean isOurs(@Nullable String author, String text) {
        return AUTHOR.equals(author) || OURS.matcher(text).find();
    }

    static SheetComments read(XmlTokens xml) throws IOException {
        SheetComments comments = new SheetComments();
        List<String> authors = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        @Nullable StringBuilder comment = null;
        boolean inAuthor = false;
        boolean listed = false;
        for (String token = xml.next(); token != null; token = xml.next()) {
            if (comment != null && !token.startsWith("</")) {
                comment.append(token);
                continue;
            }
            Tag tag = Tag.is(token) ? new Tag(token) : null;
            String name = tag == null ? "" : tag.name();
            boolean end = tag != null && tag.isEnd();
            if (name.equals("comments") && !end) {
                comments.prefix = java.util.Objects.requireNonNull(tag).prefix();
            }
            if (name.equals("author") && !end) {
                text.setLength(0);
                inAuthor = !java.util.Objects.requireNonNull(tag).isEmpty();
                if (!inAuthor) {
                    authors.add("");
                }
            } else if (name.equals("author")) {
                authors.add(Tag.unescaped(text.toString()));
                inAuthor = false;
            } else if (tag == null && inAuthor) {
                text.append(token);
            }
            if (name.equals("authors") && tag != null && (end || tag.isEmpty())) {
                comments.author = authors.size();
                comments.head.append(tag.isEmpty() ? tag.opened().raw() : "");
                comments.head.append("<" + comments.prefix + "author>" + AUTHOR + "</" + comments.prefix + "author>");
                comments.head.append("</" + comments.prefix + "authors>");
                continue;
            }
            if (name.equals("commentList") && tag != null) {
                if (!end) {
                    comments.head.append(tag.opened().raw());
                }
                listed = end || tag.isEmpty();
                if (listed) {
                    comments.tail.append("</" + comments.prefix + "commentList>");
                }
                continue;
            }
            if (name.equals("comment") && tag != null && !end && !tag.isEmpty()) {
                comment = new StringBuilder();
            }
            if (comment != null) {
                comment.append(token);
                if (name.equals("comment") && end) {
                    comments.keep(comment.toString(), authors);
                    comment = null;
                    if (comments.own.size() > COMMENT_LIMIT) {
                        throw new IOException("more comments than a spreadsheet shows");
                    }
                }
            } else {
                (listed ? comments.tail : comments.head).append(token);
            }
        }
        return comments;
    }

    private void keep(String comment, List<String> authors) {
        Tag start = new Tag(comment.substring(0, comment.indexOf('>') + 1));
        String at = String.valueOf(start.attribute("ref"));
        String id = start.attribute("authorId");
        int author = id == null ? -1 : Integer.parseInt(id);
        int ours = comment.indexOf(SEPARATOR);
        if (ours >= 0) {
            own.put(at, cut(comment, ours));
        } else if (author >= 0 && author < authors.size() && authors.get(author).equals(AUTHOR)
                || isOurs(null, text(comment))) {
            if (PLACE.matcher(at).matches()) {
                removed.add(SheetCopy.row(at), SheetCopy.column(at));
            }
        } else {
            own.put(at, comment);
        }
    }

    private static String text(String comment) {
        return Tag.unescaped(comment.replaceAll("<[^>]*>", "")).strip();
    }

    /** The sender's part of a comment that was added to. */
    private String cut(String comment, int at) {
        String kept = comment.substring(0, at).stripTrailing();
        boolean run = kept.lastIndexOf("<" + prefix + "r>") > kept.lastIndexOf("</" + prefix + "r>");
        return kept + "</" + prefix + "t>" + (run ? "</" + prefix + "r>" : "") + "</" + prefix + "text></" + prefix
                + "comment>";
    }

    /** Where ours are gone, with their shapes to follow. */
    Places removed() {
        return removed;
    }

    /** Writes the sender's comments and those of faulty cells. */
    void write(Writer out, FaultComments.OnSheet said) throws IOException {
        out.append(head);
        Map<String, String> left = new LinkedHashMap<>(own);
        for (FaultComments.Comment comment : said) {
            String at = new CellAddress("", comment.row(), comment.column()).a1();
            @Nullable String before = left.remove(at);
            out.write(before == null ? comment(at, comment.text()) : extended(before, comment.text()));
        }
        for (String comment : left.values()) {
            out.write(comment);
        }
        out.append(tail);
    }

    private String comment(String at, String text) {
        String p = "<" + prefix;
        return p + "comment ref=\"" + at + "\" authorId=\"" + author + "\">" + p + "text>" + run(text) + "</" + prefix
                + "text></" + prefix + "comment>";
    }

    private String run(String text) {
        String p = "<" + prefix;
        return p + "r>" + p + "rPr>" + p + "sz val=\"9\"/>" + p + "rFont val=\"宋体\"/>" + p + "charset val=\"134\"/></"
                + prefix + "rPr>" + p + "t xml:space=\"preserve\">" + Tag.escaped(text) + "</" + prefix + "t></"
                + prefix
                + "r>";
    }

    /** The sender's words keep their type. */
    private String extended(String comment, String text) {
        String addition = run("\n" + SEPARATOR + "\n" + text);
        String end = "</" + prefix + "text>";
        int at = comment.lastIndexOf(end);
        if (at < 0) {
            return comment;
        }
        String before = comment.substring(0, at);
        int open = before.indexOf("<" + prefix + "text");
        int content = before.indexOf('>', open) + 1;
        String runs = before.substring(content);
        boolean plain = runs.stripLeading().startsWith("<" + prefix + "t>")
                || runs.stripLeading().startsWith("<" + prefix + "t ");
        String kept = plain ? "<" + prefix + "r>" + runs + "</" + prefix + "r>" : runs;
        return before.substring(0, content) + kept + addition + comment.substring(at);
    }
}
