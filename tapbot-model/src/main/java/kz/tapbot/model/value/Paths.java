package kz.tapbot.model.value;

import kz.tapbot.diagnostic.code.ModelCode;

/** The one rule for absolute paths. */
final class Paths {

    private static final int MAX = 1024;

    private Paths() {}

    /** Returns the path unchanged if it is absolute, plain ASCII, and holds no empty, {@code .} or {@code ..} part. */
    static String check(String kind, String path) {
        String problem = problem(path);
        if (!problem.isEmpty()) {
            throw new InvalidValueException(
                    ModelCode.BAD_PATH, "A " + kind + " " + problem + ": " + InvalidValueException.show(path) + ".");
        }
        return path;
    }

    private static String problem(String path) {
        if (path.isEmpty() || path.charAt(0) != '/') {
            return "must start with /";
        }
        if (path.length() > MAX) {
            return "is at most " + MAX + " characters long";
        }
        if (path.length() > 1 && path.endsWith("/")) {
            return "must not end in /";
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "/._-+@:,=".indexOf(c) >= 0;
            if (!plain) {
                return "holds only letters, digits and . _ - + @ : , = between its slashes";
            }
        }
        if ((path + "/").contains("/./") || (path + "/").contains("/../") || path.contains("//")) {
            return "holds no empty, . or .. part";
        }
        return "";
    }
}
