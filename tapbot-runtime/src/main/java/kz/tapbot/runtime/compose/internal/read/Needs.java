package kz.tapbot.runtime.compose.internal.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.service.Need;
import kz.tapbot.runtime.compose.internal.yaml.Yaml;
import kz.tapbot.runtime.compose.result.ComposeCode;

/** What must run before what. */
final class Needs {

    private final Findings findings;
    private final Values values;
    private final Map<String, Draft> drafts = new HashMap<>();
    private final Map<String, List<String>> edges = new HashMap<>();

    Needs(Findings findings, Values values, List<Draft> drafts) {
        this.findings = findings;
        this.values = values;
        drafts.forEach(draft -> this.drafts.put(draft.key, draft));
    }

    void read(Draft draft) {
        Yaml.Field field = draft.fields.get("depends_on");
        if (field == null) {
            return;
        }
        if (field.value() instanceof Yaml.Fields fields) {
            fields.all().forEach((key, inner) -> {
                Yaml.Field condition =
                        inner.value() instanceof Yaml.Fields said ? said.all().get("condition") : null;
                String word = condition == null
                        ? "service_started"
                        : values.text(draft.address(), "depends_on.condition", condition.value())
                                .map(Values.Said::text)
                                .orElse("");
                need(draft, key, word, inner.line());
            });
        } else {
            values.texts(draft.address(), "depends_on", field.value())
                    .forEach(said -> need(draft, said.text(), "service_started", said.line()));
        }
    }

    private void need(Draft draft, String key, String condition, int line) {
        Draft other = drafts.get(key);
        if (other == null || other == draft) {
            values.wrong(
                    draft.address(), "depends_on", new Yaml.Scalar(key, false, line), "other services of the file");
            return;
        }
        if (!condition.equals("service_started") && !condition.equals("service_healthy")) {
            findings.notCarried(
                    draft.address(),
                    line,
                    "That it starts only when another one has ended well is not carried over.",
                    "Tapbot knows services that run. Run what is done once in the entry point of what needs it.");
            return;
        }
        if (reaches(key, draft.key)) {
            findings.add(
                    ComposeCode.NOT_COMPOSE,
                    draft.address(),
                    line,
                    "It waits for a service that waits for it.",
                    "Compose refuses the file. This one need is left out of the source.",
                    "Take one of both away.");
            return;
        }
        edges.computeIfAbsent(draft.key, first -> new ArrayList<>()).add(key);
        ServiceId id = new ServiceId(other.server, other.name);
        draft.builder.addNeeds(new Need(id, condition.equals("service_healthy")));
        draft.place("needs." + id, line);
    }

    private boolean reaches(String from, String to) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (next.equals(to)) {
                return true;
            }
            if (seen.add(next)) {
                edges.getOrDefault(next, List.of()).forEach(open::push);
            }
        }
        return false;
    }
}
