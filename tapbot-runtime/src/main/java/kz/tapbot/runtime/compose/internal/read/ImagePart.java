package kz.tapbot.runtime.compose.internal.read;

import java.util.Optional;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.compose.internal.yaml.Yaml;
import kz.tapbot.runtime.compose.result.ComposeCode;

/**
 * The image. One that is not pinned, or none at all, becomes one with the tag {@code pin-me}: the source compiles, says in its line what
 * stands in the file, and cannot be applied by accident, since no such image exists.
 */
final class ImagePart {

    static final String PIN_ME = "pin-me";

    private final Values values;
    private final Findings findings;

    ImagePart(Values values) {
        this.values = values;
        this.findings = values.findings();
    }

    Image image(Draft draft) {
        Yaml.Field field = draft.fields.get("image");
        Optional<Values.Said> said =
                field == null ? Optional.empty() : values.text(draft.address(), "image", field.value());
        if (said.isEmpty()) {
            findings.notCarried(
                    draft.address(),
                    draft.line,
                    "The service has no image: Compose builds one, and Tapbot builds none.",
                    "Build it, give it a tag of its version, push it, and name it in the source in place of pin-me.");
            draft.marks.add(
                    findings.place(draft.line) + ": no image is named; name the one that you build. See TB6113.");
            return Image.of(draft.name + ":" + PIN_ME);
        }
        draft.place("image", said.get().line());
        String text = said.get().text().strip();
        try {
            return Image.of(text);
        } catch (InvalidValueException e) {
            return pinned(draft, text, said.get().line(), e);
        }
    }

    private Image pinned(Draft draft, String text, int line, InvalidValueException problem) {
        int digest = text.indexOf('@');
        String name = digest < 0 ? text : text.substring(0, digest);
        String plain = name.endsWith(":latest") ? name.substring(0, name.length() - 7) : name;
        String end = digest < 0 ? "" : text.substring(digest);
        String shown = InvalidValueException.show(text);
        findings.add(
                ComposeCode.NOT_PINNED,
                draft.address(),
                line,
                String.valueOf(problem.getMessage()),
                "The source names the tag pin-me in its place, which does not exist, so that nothing is applied before you have decided.",
                "Ask the engine which version runs, and name that:",
                "    docker inspect --format '{{index .Config.Labels \"org.opencontainers.image.version\"}} {{.Image}}' "
                        + draft.engineName);
        draft.marks.add(findings.place(line) + " has " + shown + ": name the version in place of pin-me. See TB6121.");
        try {
            return Image.of(plain + ":" + PIN_ME + end);
        } catch (InvalidValueException e) {
            return Image.of(draft.name + ":" + PIN_ME);
        }
    }
}
