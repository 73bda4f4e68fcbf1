package kz.tapbot.validate.internal.services;

import kz.tapbot.model.service.Image;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2305, lesson 12: an update changed three things at once. */
final class MovingTag implements ServiceCheck {

    /** A lone number of so many digits is a build or a date and not a major version. */
    private static final int BUILD_DIGITS = 4;

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        String value = entry.service().image().value();
        if (value.indexOf('@') < 0 && moves(value.substring(value.lastIndexOf(':') + 1))) {
            tell(findings, entry, entry.service().image());
        }
    }

    /** Whether no exact version can be read from the tag: it has no digit, or only a major version before its variant. */
    static boolean moves(String tag) {
        int at = tag.startsWith("v") ? 1 : 0;
        int digits = 0;
        while (at + digits < tag.length() && isDigit(tag.charAt(at + digits))) {
            digits++;
        }
        if (digits == 0) {
            return tag.chars().noneMatch(c -> isDigit((char) c));
        }
        boolean alone = at + digits == tag.length() || tag.charAt(at + digits) == '-';
        return alone && digits < BUILD_DIGITS;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void tell(Findings findings, ServiceEntry entry, Image image) {
        findings.add(
                TopologyCode.MOVING_TAG, entry.at("image"), """
                {} runs {}, and the tag {} is moved to each new version.
                What runs would then change by itself, at a time that nobody chose, and two servers could run two versions.
                Name the exact version, or pin the image by its digest:
                    Image.of("{}:1.2.3")
                """, entry.address(), image, image.tag(), image.name());
    }
}
