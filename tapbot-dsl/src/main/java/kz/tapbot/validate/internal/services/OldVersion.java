package kz.tapbot.validate.internal.services;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.internal.product.Product;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2318: a hole that is found in a version without support stays open (Traefik's release page; PostgreSQL's versioning policy). */
final class OldVersion implements ServiceCheck {

    private static final Pattern MAJOR = Pattern.compile("v?(\\d+)(?:[.-].*)?");

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Optional<Product> product = entry.product();
        if (product.isEmpty()) {
            return;
        }
        Matcher major = MAJOR.matcher(entry.service().image().tag());
        if (major.matches() && major.group(1).length() < 4) {
            int oldest = oldest(product.get());
            if (Integer.parseInt(major.group(1)) < oldest) {
                findings.add(
                        TopologyCode.VERSION_UNSUPPORTED,
                        entry.at("image"),
                        """
                        {} runs {}, a version of {} that gets no more fixes.
                        A hole that is found in it stays open, and its configuration is not that of today's documentation.
                        Move to version {} or later, after reading its migration notes and saving the data.
                        """,
                        entry.address(),
                        entry.service().image(),
                        product.get().title(),
                        oldest);
            }
        }
    }

    /** The oldest major version with support; 0 where that is not known. */
    private static int oldest(Product product) {
        return switch (product) {
            case TRAEFIK -> 3;
            case POSTGRES -> 14;
            default -> 0;
        };
    }
}
