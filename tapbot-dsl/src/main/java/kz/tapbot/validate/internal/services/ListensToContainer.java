package kz.tapbot.validate.internal.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Service;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2324: a program that others are to reach is told to listen on 127.0.0.1, which is its own container's and nobody else's. */
final class ListensToContainer implements ServiceCheck {

    private static final Set<String> OPTIONS =
            Set.of("--host", "--bind", "--bind-address", "--listen", "--listen-address", "--address", "--http-host");
    private static final Pattern LOOPBACK =
            Pattern.compile("(?:[a-z]+://)?(?:127\\.[0-9.]+|localhost|\\[?::1]?)(?::[0-9]+)?");
    private static final Pattern VARIABLE = Pattern.compile(
            "HOST|(?:.*_)?(?:LISTEN_ADDRESS|LISTEN_ADDR|LISTEN_HOST|BIND|BIND_ADDRESS|BIND_ADDR|HTTP_ADDR)");

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Service service = entry.service();
        if (service.routes().isEmpty()
                && service.publications().isEmpty()
                && service.listens().isEmpty()) {
            return;
        }
        List<String> said = said(entry.words());
        if (!said.isEmpty() && said.stream().allMatch(ListensToContainer::isLoopback)) {
            tell(findings, entry, "command", said.get(0));
        }
        for (Map.Entry<String, EnvironmentValue> variable :
                service.environment().entrySet()) {
            String text = variable.getValue().text().orElse("");
            if (VARIABLE.matcher(variable.getKey()).matches() && isLoopback(text)) {
                tell(findings, entry, "environment", variable.getKey() + "=" + text);
            }
        }
    }

    /** The options that say where to listen, each with its value. */
    private static List<String> said(List<String> words) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            if (equals > 0 && OPTIONS.contains(word.substring(0, equals))) {
                all.add(word);
            } else if (OPTIONS.contains(word) && i + 1 < words.size()) {
                all.add(word + "=" + words.get(i + 1));
            }
        }
        return all;
    }

    private static boolean isLoopback(String said) {
        String value = said.substring(said.indexOf('=') + 1);
        return LOOPBACK.matcher(value).matches();
    }

    private static void tell(Findings findings, ServiceEntry entry, String setting, String said) {
        findings.add(TopologyCode.LISTENS_TO_CONTAINER, entry.at(setting), """
                {} is told by {} to listen to its own container only.
                Neither the proxy nor another container nor a published port reaches it; all are refused.
                Let it listen on every address of the container; who gets there is decided by its networks:
                    0.0.0.0
                """, entry.address(), said);
    }
}
