package kz.tapbot.docker.http;

/** What may stand where in a message, RFC 9110 §5.6.2. */
final class Tokens {

    /** What a line costs of the limit beside its bytes, so that a million short ones cost as much as they take. */
    static final int COST_OF_A_LINE = 32;

    private static final String MARKS = "!#$%&'*+-.^_`|~";

    private Tokens() {}

    static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(Tokens::isTokenCharacter);
    }

    private static boolean isTokenCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || MARKS.indexOf(c) >= 0;
    }

    /** Whether it can stand in a request line: printable ASCII without a space. */
    static boolean isTarget(String text) {
        return text.startsWith("/") && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** Whether it can be a header's value: nothing that could end the line. */
    static boolean isValue(String text) {
        return text.chars().allMatch(c -> c == '\t' || c >= ' ' && c < 0x7f || c > 0x9f && c <= 0xff);
    }
}
