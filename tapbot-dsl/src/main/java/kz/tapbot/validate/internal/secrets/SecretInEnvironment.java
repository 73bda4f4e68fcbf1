package kz.tapbot.validate.internal.secrets;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2701 and TB2705, lesson 13: passwords lay in compose files, in Git and in docker inspect. */
final class SecretInEnvironment implements ServiceCheck {

    private static final Set<String> SWITCHES = Set.of("true", "false", "yes", "no", "on", "off", "1", "0");

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        for (Map.Entry<String, EnvironmentValue> variable :
                entry.service().environment().entrySet()) {
            if (variable.getValue().text().isPresent()) {
                judge(
                        findings,
                        entry,
                        variable.getKey(),
                        variable.getValue().text().get());
            }
        }
    }

    private static void judge(Findings findings, ServiceEntry entry, String name, String text) {
        boolean means = SecretNames.meansSecret(name) && !SecretValues.isReference(text) && !isSwitch(text);
        if (SecretValues.isPublic(text) || means && SecretValues.isWeak(text)) {
            Known.tell(findings, said(entry, name), "its environment variable " + name);
        } else if (SecretValues.hasPasswordInAddress(text)) {
            tell(findings, entry, name, "an address with a password in " + name);
        } else if (SecretValues.isPrivateKey(text)) {
            tell(findings, entry, name, "a private key in " + name);
        } else if (means || SecretNames.mentionsSecret(name) && SecretValues.looksMade(text)) {
            tell(findings, entry, name, name);
        }
    }

    /** As in {@code MARIADB_RANDOM_ROOT_PASSWORD=1}, whose name means a secret and whose value is none. */
    private static boolean isSwitch(String text) {
        return SWITCHES.contains(text.toLowerCase(Locale.ROOT));
    }

    private static Subject said(ServiceEntry entry, String name) {
        return entry.at("environment." + name, "environment");
    }

    private static void tell(Findings findings, ServiceEntry entry, String name, String what) {
        findings.add(
                TopologyCode.SECRET_IN_ENVIRONMENT,
                said(entry, name),
                """
                {} is given {} as literal text.
                What stands here is in the source, its history, the plan and the engine's inspect, for everybody who reads these.
                Take it out of the source now, change it where it is used, and refer to it by name:
                    .environment("{}", Secret.generated("{}"))
                """,
                entry.address(),
                what,
                name,
                secretName(entry, name));
    }

    private static String secretName(ServiceEntry entry, String variable) {
        StringBuilder out = new StringBuilder(entry.service().name().value());
        for (char c : variable.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                if (out.charAt(out.length() - 1) == ' ') {
                    out.setCharAt(out.length() - 1, '-');
                } else if (out.length() == entry.service().name().value().length()) {
                    out.append('-');
                }
                out.append(c);
            } else if (out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        String name = out.toString().strip();
        return name.length() > 40 ? name.substring(0, 40).replaceAll("-+$", "") : name;
    }
}
