package kz.tapbot.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** What images are built from: the files beside this class, and their hash. */
record BuildFiles(Map<String, byte[]> programs, String hash) {

    private static final List<String> PROGRAMS =
            List.of("postgres", "redis", "pebble", "pebble.json", "dozzle", "stand-in", "page", "traefik");
    private static final List<String> IMAGES = List.of(
            "base",
            "postgres",
            "redis",
            "caddy",
            "pebble",
            "directus",
            "pgadmin4",
            "portainer-ce",
            "n8n",
            "qdrant",
            "dozzle",
            "traefik",
            "page");
    private static final int EXECUTABLE = 0755;

    static BuildFiles read() {
        Map<String, byte[]> programs = new TreeMap<>();
        PROGRAMS.forEach(name -> programs.put("bin/" + name, resource("bin/" + name)));
        MessageDigest digest = sha256();
        programs.forEach((name, bytes) -> digest.update(bytes));
        IMAGES.forEach(name -> digest.update(resource("image/" + name + ".dockerfile")));
        return new BuildFiles(
                programs, HexFormat.of().formatHex(digest.digest()).substring(0, 12));
    }

    /** The build context of what all images have in common. */
    byte[] base() {
        return context(text("base"));
    }

    /** The build context of one of them. */
    byte[] of(String product, String base) {
        return context("FROM " + base + "\n" + text(product));
    }

    private static String text(String image) {
        return new String(resource("image/" + image + ".dockerfile"), StandardCharsets.UTF_8);
    }

    private byte[] context(String dockerfile) {
        return context(dockerfile, programs);
    }

    /** A build context of a Dockerfile and programs, which are executable. */
    static byte[] context(String dockerfile, Map<String, byte[]> programs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            put(tar, "Dockerfile", dockerfile.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> program : programs.entrySet()) {
                put(tar, program.getKey(), program.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** With a fixed time, so that the engine finds again what it has built of the same bytes. */
    private static void put(TarArchiveOutputStream tar, String name, byte[] bytes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        entry.setMode(EXECUTABLE);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    static byte[] resource(String name) {
        try (InputStream in = BuildFiles.class.getResourceAsStream("/kz/tapbot/lab/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
