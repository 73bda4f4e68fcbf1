package kz.tapbot.validate.internal.services;

import java.util.Map;
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
    private static final Map<Product, Integer> OLDEST = Map.of(Product.TRAEFIK, 3, Product.POSTGRES, 14);

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Optional<Product> product = Product.of(entry.service().image()).filter(OLDEST::containsKey);
        Matcher major = MAJOR.matcher(entry.service().image().tag());
        if (product.isPresent() && major.matches() && major.group(1).length() < 4) {
            int oldest = OLDEST.get(product.get());
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
}
