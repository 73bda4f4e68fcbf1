package kz.tapbot.validate.internal.secrets;

import java.util.Set;
import java.util.stream.Collectors;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SourceKind;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2710: a registry lets in whom it knows, and nobody tells it a value that is generated on servers. */
final class RegistryPasswords implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        if (estate.topology().registryLogins().isEmpty()) {
            return;
        }
        Set<SecretName> generated = estate.topology().secrets().stream()
                .filter(secret -> secret.source().kind() == SourceKind.GENERATED)
                .map(SecretDeclaration::name)
                .collect(Collectors.toSet());
        for (RegistryLogin login : estate.topology().registryLogins()) {
            if (generated.contains(login.password())) {
                Subject said = Subject.of(login.address(), login.places(), "password");
                findings.add(
                        TopologyCode.REGISTRY_PASSWORD_GENERATED,
                        said,
                        """
                        The password for {} is secret:{}, which is generated on the servers.
                        The registry has never heard of it, so that no image would be pulled.
                        Make an access token there that may only read, and say where it is read from:
                            .registry("{}", "{}", Secret.environment("registry-token", "REGISTRY_TOKEN"))
                        """,
                        login.address(),
                        login.password(),
                        login.registry(),
                        login.user());
            }
        }
    }
}
