package cn.huiying.app.web;

import com.fasterxml.jackson.annotation.JsonRootName;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Writes the documents of Open311, which name their root element by {@code @JsonRootName}, as XML: the elements are the
 * properties of their JSON, those of a list have its name in the singular. No XML is read.
 */
// The JDK's writer and not Jackson's XML module, with which every other door would read and write XML, too.
@Component
class Open311Xml extends AbstractHttpMessageConverter<Object> {

    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final ObjectMapper mapper;

    Open311Xml(ObjectMapper mapper) {
        super(MediaType.TEXT_XML);
        this.mapper = mapper;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.isAnnotationPresent(JsonRootName.class);
    }

    @Override
    protected boolean canRead(MediaType type) {
        return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void writeInternal(Object document, HttpOutputMessage message) throws IOException {
        message.getBody().write(text(document, mapper).getBytes(StandardCharsets.UTF_8));
    }

    /** The whole document as text, to be sent as UTF-8. */
    static String text(Object document, ObjectMapper mapper) {
        String root = document.getClass().getAnnotation(JsonRootName.class).value();
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            write(xml, root, mapper.valueToTree(document));
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A document of Open311 can't be written", e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, String name, JsonNode node) throws XMLStreamException {
        if (node.isNull()) {
            xml.writeEmptyElement(name);
            return;
        }
        xml.writeStartElement(name);
        if (node.isArray()) {
            String item = name.equals("service_requests") ? "request" : name.substring(0, name.length() - 1);
            for (JsonNode element : node) {
                write(xml, item, element);
            }
        } else if (node.isObject()) {
            for (var property : node.properties()) {
                write(xml, property.getKey(), property.getValue());
            }
        } else {
            xml.writeCharacters(legal(node.asString()));
        }
        xml.writeEndElement();
    }

    /** XML 1.0 can't have some characters at all, not even escaped. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t'
                                || c == '\n'
                                || c == '\r'
                                || c >= 0x20 && c <= 0xD7FF
                                || c >= 0xE000 && c <= 0xFFFD
                                || c >= 0x10000
                        ? c
                        : 0xFFFD)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }
}
