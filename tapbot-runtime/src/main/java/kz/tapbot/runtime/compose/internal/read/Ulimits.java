package kz.tapbot.runtime.compose.internal.read;

import java.util.Map;
import java.util.OptionalLong;
import kz.tapbot.model.service.Ulimit;
import kz.tapbot.model.service.UlimitKind;
import kz.tapbot.runtime.compose.internal.yaml.Yaml;

/** What the kernel limits a container's processes in: one number for both limits, or {@code soft} and {@code hard}. */
final class Ulimits {

    private static final String DUE = "a number from 0, or -1 for no limit";

    private final Values values;

    Ulimits(Values values) {
        this.values = values;
    }

    void read(Draft draft, Yaml.Field field) {
        values.fields(draft.address(), "ulimits", field.value()).forEach((word, inner) -> {
            String key = "ulimits." + word;
            UlimitKind.ofWord(word)
                    .ifPresentOrElse(
                            kind -> limit(draft, kind, key, inner),
                            () -> values.wrong(
                                    draft.address(), key, inner.value(), "one of the limits of setrlimit(2)"));
        });
    }

    private void limit(Draft draft, UlimitKind kind, String key, Yaml.Field field) {
        Yaml soft = field.value();
        Yaml hard = field.value();
        if (field.value() instanceof Yaml.Fields both) {
            Map<String, Yaml.Field> said = both.all();
            if (!said.containsKey("soft") || !said.containsKey("hard")) {
                values.wrong(draft.address(), key, field.value(), "soft and hard");
                return;
            }
            soft = said.get("soft").value();
            hard = said.get("hard").value();
        }
        OptionalLong first = number(draft, key, soft);
        OptionalLong most = hard.equals(soft) ? first : number(draft, key, hard);
        if (first.isPresent() && most.isPresent()) {
            draft.guarded(
                    key,
                    field.line(),
                    () -> draft.limits.addUlimits(new Ulimit(kind, first.getAsLong(), most.getAsLong())));
            draft.place("limits." + key, field.line());
        }
    }

    private OptionalLong number(Draft draft, String key, Yaml value) {
        String said =
                values.text(draft.address(), key, value).map(Values.Said::text).orElse("");
        if (said.matches("-1|[0-9]{1,18}")) {
            return OptionalLong.of(Long.parseLong(said));
        }
        if (!said.isEmpty()) {
            values.wrong(draft.address(), key, value, DUE);
        }
        return OptionalLong.empty();
    }
}
