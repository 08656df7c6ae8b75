package org.tanzhang.samples.broken;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The parts of an .xlsx taken apart and put together again, as no spreadsheet program would. */
final class Package {

    static final String PASSWORD = "tanzhang";

    private static final LocalDateTime DRAWN = LocalDateTime.of(2025, 3, 20, 9, 0);

    private Package() {}

    static byte[] with(byte[] xlsx, String part, UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> parts = unzip(xlsx);
        parts.computeIfPresent(
                part,
                (name, bytes) ->
                        change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    static byte[] withMacros(byte[] xlsx) throws IOException {
        Map<String, byte[]> parts = unzip(xlsx);
        parts.put("xl/vbaProject.bin", "合成样例，没有代码".getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    /** The part in which the values of another workbook are kept. */
    static byte[] withLink(byte[] xlsx) throws IOException {
        Map<String, byte[]> parts = unzip(xlsx);
        parts.put(
                "xl/externalLinks/externalLink1.xml",
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                                + "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>")
                        .getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    static String withExternalEntity(String xml) {
        return xml.replaceFirst("\\?>", "?><!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>");
    }

    static byte[] openDocument() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.US_ASCII));
        parts.put("content.xml", "<office:document-content/>".getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    /** Agile encryption salts at random: the bytes differ from one drawing to the next, the cells do not. */
    static byte[] encrypted(byte[] xlsx) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(PASSWORD);
            try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(xlsx));
                    OutputStream out = encryptor.getDataStream(container)) {
                parts.save(out);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (GeneralSecurityException | InvalidFormatException failure) {
            throw new IOException("cannot encrypt", failure);
        }
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(DRAWN);
                out.putNextEntry(entry);
                out.write(part.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
