package kz.tapbot.validate.internal.secrets;

import java.util.List;
import java.util.Optional;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2702 and TB2705: arguments stand in ps(1), /proc and docker inspect. */
final class SecretInCommand implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Service service = entry.service();
        judge(findings, entry, "entrypoint", service.entrypoint());
        judge(findings, entry, "command", service.command());
        if (service.healthCheck().isPresent()) {
            judge(
                    findings,
                    entry,
                    "healthCheck",
                    Optional.of(service.healthCheck().get().command()));
        }
        for (Provision provision : service.provisions()) {
            judge(findings, entry, "provisions", Optional.of(provision.probe()));
            judge(findings, entry, "provisions", Optional.of(provision.create()));
        }
    }

    private static void judge(Findings findings, ServiceEntry entry, String setting, Optional<Command> command) {
        if (command.isEmpty()) {
            return;
        }
        List<String> arguments = command.get().arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            boolean option = argument.startsWith("-");
            String name = equals >= 0 ? argument.substring(0, equals) : argument;
            String value = equals >= 0 ? argument.substring(equals + 1) : option ? next(arguments, i) : "";
            boolean means = isPlain(name)
                    && SecretNames.meansSecret(name)
                    && !value.isEmpty()
                    && !SecretValues.isReference(value);
            if (SecretValues.isPublic(argument) || means && SecretValues.isWeak(value)) {
                Known.tell(findings, entry.at(setting), means ? "its argument " + name : "an argument");
            } else if (means || SecretValues.hasPasswordInAddress(argument)) {
                tell(findings, entry, setting, means ? name : "an address with a password");
            }
        }
    }

    private static String next(List<String> arguments, int i) {
        return i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("-") ? arguments.get(i + 1) : "";
    }

    /** Whether it can be the name of an option or variable, and is no whole sentence of a shell. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c == '"' || c == '\'') {
                return false;
            }
        }
        return name.length() <= 60;
    }

    private static void tell(Findings findings, ServiceEntry entry, String setting, String name) {
        findings.add(
                TopologyCode.SECRET_IN_COMMAND,
                entry.at(setting),
                """
                A command of {} is given {} as literal text.
                Arguments are in the source and its history, and every process of the server can read them in the process list.
                Write it to a file of the container, and name the file in the command:
                    .storage(s -> s.secretFile("/run/secrets/password", Secret.generated("{}-password"), 1000))
                """,
                entry.address(),
                name,
                entry.service().name());
    }
}
