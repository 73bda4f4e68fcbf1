package kz.tapbot.validate.internal;

import java.util.Collection;
import java.util.Iterator;
import kz.tapbot.model.name.Name;

/** Writes the texts of findings. */
public final class Detail {

    private Detail() {}

    /** The template with each {@code {}} replaced by the next argument, without the line break at its end. */
    public static String of(String template, Object... arguments) {
        StringBuilder out = new StringBuilder(template.length() + 64);
        int from = 0;
        for (Object argument : arguments) {
            int hole = template.indexOf("{}", from);
            if (hole < 0) {
                throw new IllegalArgumentException("more arguments than holes: " + template);
            }
            out.append(template, from, hole).append(argument);
            from = hole + 2;
        }
        out.append(template, from, template.length());
        while (!out.isEmpty() && out.charAt(out.length() - 1) == '\n') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    /** The items with commas and a last "and" between them. */
    public static String list(Collection<?> items) {
        StringBuilder out = new StringBuilder();
        int left = items.size();
        for (Iterator<?> iterator = items.iterator(); iterator.hasNext(); left--) {
            out.append(iterator.next());
            if (left > 2) {
                out.append(", ");
            } else if (left == 2) {
                out.append(" and ");
            }
        }
        return out.toString();
    }

    /** The name as a Java variable that holds the handle: {@code load-balancer} becomes {@code loadBalancer}. */
    public static String variable(Name name) {
        StringBuilder out = new StringBuilder();
        boolean upper = false;
        for (char c : name.value().toCharArray()) {
            if (c != '-') {
                out.append(upper ? Character.toUpperCase(c) : c);
            }
            upper = c == '-';
        }
        return out.toString();
    }
}
