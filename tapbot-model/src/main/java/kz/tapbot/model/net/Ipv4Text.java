package kz.tapbot.model.net;

import org.jspecify.annotations.Nullable;

/** The one way to write an IPv4 address: four decimal numbers without zeros in front. */
final class Ipv4Text {

    static final int BITS = 32;
    private static final int PARTS = 4;

    private Ipv4Text() {}

    static @Nullable Block read(String text) {
        long address = 0;
        int from = 0;
        for (int part = 1; part <= PARTS; part++) {
            int to = part < PARTS ? text.indexOf('.', from) : text.length();
            int number = Block.number(text, from, to);
            if (number < 0 || number > 255) {
                return null;
            }
            address = address << 8 | number;
            from = to + 1;
        }
        return new Block(false, 0, address, BITS);
    }

    static String write(long address) {
        return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255);
    }
}
