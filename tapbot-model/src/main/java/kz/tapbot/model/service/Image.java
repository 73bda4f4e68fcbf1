package kz.tapbot.model.service;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.net.RegistryHost;
import kz.tapbot.model.value.InvalidValueException;

/**
 * A reference to a container image by tag, and by digest where known, in the form of the distribution specification:
 * {@code registry/name:tag@sha256:…}. A tag is required, and it is never {@code latest}, since what runs would then change by itself.
 *
 * @param value the text
 */
public record Image(String value) implements Comparable<Image> {

    private static final Pattern RULE = Pattern.compile("(?<name>(?:[a-z0-9.-]+(?::[0-9]{1,5})?/)?"
            + "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*)"
            + "(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?(?:@(?<digest>sha256:[a-f0-9]{64}))?");

    /** Checks the reference. */
    public Image {
        Matcher matcher = RULE.matcher(value);
        if (value.length() > 500 || !matcher.matches()) {
            throw new InvalidValueException(
                    ModelCode.BAD_IMAGE,
                    "An image is a lower-case name and a tag, for example registry.example/bot:1.4.2, not "
                            + InvalidValueException.show(value) + ".");
        }
        String tag = matcher.group("tag");
        if (tag == null || tag.equals("latest")) {
            throw new InvalidValueException(
                    ModelCode.BAD_IMAGE,
                    (tag == null ? "The image " + value + " has no tag" : "The image " + value + " has the tag latest")
                            + ", so what runs would change by itself. Name the version, for example "
                            + matcher.group("name") + ":1.2.3.");
        }
    }

    /**
     * The image of that reference.
     *
     * @throws InvalidValueException if it is malformed, has no tag, or the tag latest
     */
    public static Image of(String reference) {
        return new Image(reference);
    }

    /** The name without tag and digest. */
    public String name() {
        return value.substring(0, colon());
    }

    /** The registry it comes from. */
    public RegistryHost registry() {
        return RegistryHost.ofImage(name());
    }

    /** The tag. */
    public String tag() {
        return value.substring(colon() + 1, at());
    }

    /** The digest, if the image is pinned by one. */
    public Optional<String> digest() {
        int at = at();
        return at < value.length() ? Optional.of(value.substring(at + 1)) : Optional.empty();
    }

    /** Before the tag: the last one that is not of the digest, since there always is a tag. */
    private int colon() {
        return value.lastIndexOf(':', at() - 1);
    }

    /** Before the digest, or the end. */
    private int at() {
        int at = value.indexOf('@');
        return at < 0 ? value.length() : at;
    }

    /** The same image with another tag and no digest. */
    public Image withTag(String tag) {
        return new Image(name() + ":" + tag);
    }

    @Override
    public int compareTo(Image other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
