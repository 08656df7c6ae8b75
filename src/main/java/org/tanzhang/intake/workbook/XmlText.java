package org.tanzhang.intake.workbook;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * XML from outside, element by element. A document type is refused where it begins, so that no entity is ever declared,
 * expanded or fetched.
 */
final class XmlText implements Closeable {

    /** No spreadsheet nests deeper than a dozen. */
    private static final int DEPTH_LIMIT = 100;

    private final Closeable input;
    private final XMLStreamReader reader;
    private int depth;

    XmlText(InputStream in) throws XMLStreamException {
        input = in;
        reader = factory().createXMLStreamReader(in);
    }

    XmlText(Reader in) throws XMLStreamException {
        input = in;
        reader = factory().createXMLStreamReader(in);
    }

    /** A factory of its own for each text: names that a hostile one invents are forgotten with it. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** The next event of {@link XMLStreamConstants}, -1 after the end of the document. */
    int next() throws XMLStreamException, UnreadableWorkbookException {
        if (!reader.hasNext()) {
            return -1;
        }
        int event = reader.next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > DEPTH_LIMIT) {
                    throw new UnreadableWorkbookException(UnreadableWorkbookException.HOSTILE, "XML > " + DEPTH_LIMIT);
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new UnreadableWorkbookException(UnreadableWorkbookException.HOSTILE, "DTD");
            default -> {}
        }
        return event;
    }

    /** How many elements are open. */
    int depth() {
        return depth;
    }

    /** The element's name without its prefix. */
    String name() {
        return reader.getLocalName();
    }

    /** An attribute by its name without prefix, null where it is not there. */
    @Nullable String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Whether a logical attribute says yes. */
    boolean flag(String name) {
        String value = attribute(name);
        return "1".equals(value) || "true".equals(value) || "on".equals(value);
    }

    /** Appends the characters of the present event. */
    void appendTo(StringBuilder text) throws UnreadableWorkbookException {
        if (text.length() + reader.getTextLength() > Bounds.TEXT * 2) {
            throw new UnreadableWorkbookException(
                    UnreadableWorkbookException.DAMAGED, text.length() + reader.getTextLength() + " > " + Bounds.TEXT);
        }
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    /** Reads to the end of the element that has just begun. */
    void skipElement() throws XMLStreamException, UnreadableWorkbookException {
        int outer = depth - 1;
        while (depth > outer) {
            if (next() < 0) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            input.close();
        }
    }
}
