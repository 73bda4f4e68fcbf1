package kz.tapbot.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The beginning and the end of what a command wrote. It is a server's word: make it safe before it is shown. */
public final class KeptOutput {

    private final byte[] head;
    private final byte[] tail;
    private final long omitted;

    private KeptOutput(byte[] head, byte[] tail, long omitted) {
        this.head = head;
        this.tail = tail;
        this.omitted = omitted;
    }

    /** Reads to the end, whatever comes, and keeps so many bytes. */
    static KeptOutput read(InputStream in, int most) throws IOException {
        int firstHalf = most / 2;
        byte[] ring = new byte[most - firstHalf];
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        byte[] buffer = new byte[32_768];
        long rest = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            int first = Math.min(count, firstHalf - head.size());
            head.write(buffer, 0, first);
            for (int i = Math.max(first, count - ring.length); i < count; i++) {
                ring[(int) ((rest + i - first) % ring.length)] = buffer[i];
            }
            rest += count - first;
        }
        int kept = (int) Math.min(rest, ring.length);
        byte[] tail = new byte[kept];
        for (int i = 0; i < kept; i++) {
            tail[i] = ring[(int) ((rest - kept + i) % ring.length)];
        }
        return new KeptOutput(head.toByteArray(), tail, rest - kept);
    }

    /** All of it. */
    public byte[] bytes() {
        byte[] all = new byte[head.length + tail.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }

    /** How many bytes between the beginning and the end were not kept. */
    public long omitted() {
        return omitted;
    }

    /** As UTF-8, with a note where something was left out. */
    public String text() {
        return omitted == 0
                ? new String(bytes(), StandardCharsets.UTF_8)
                : new String(head, StandardCharsets.UTF_8) + "\n[" + omitted + " bytes left out]\n"
                        + new String(tail, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text();
    }
}
