package kz.tapbot.runtime.secret;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.SecretEncoding;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.resource.FileResource;
import kz.tapbot.runtime.resource.ProvisionResource;
import kz.tapbot.runtime.resource.Resource;

/** Which server needs which secret, and how it is written there. */
public final class SecretUses {

    /**
     * How a secret is used.
     *
     * @param servers the servers that need it
     * @param encodings how it is written
     * @param lines the servers where it is written as it is beside other text, so that a line break in it would end a line
     */
    record Use(SortedSet<ServerName> servers, Set<SecretEncoding> encodings, SortedSet<ServerName> lines) {}

    private final SortedMap<SecretName, Use> uses = new TreeMap<>();

    private SecretUses() {}

    /** The uses in what shall be on the servers. */
    public static SecretUses of(Collection<Resource> resources) {
        SecretUses all = new SecretUses();
        for (Resource resource : resources) {
            if (resource instanceof FileResource file) {
                all.add(file.server(), file.content());
            } else if (resource instanceof ProvisionResource provision) {
                provision.provision().input().ifPresent(input -> all.add(provision.server(), input));
            } else if (resource instanceof ContainerResource container) {
                for (ContainerFile file : container.service().files()) {
                    all.add(container.server(), file.content());
                }
                for (EnvironmentValue value : container.service().environment().values()) {
                    value.secret().ifPresent(secret -> all.add(container.server(), Content.secret(secret)));
                }
                container.login().ifPresent(login -> all.add(container.server(), Content.secret(login.password())));
            }
        }
        return all;
    }

    /** The uses in asking registries on behalf of servers. */
    public static SecretUses of(Collection<ServerName> servers, Collection<RegistryLogin> logins) {
        SecretUses all = new SecretUses();
        servers.forEach(server -> logins.forEach(login -> all.add(server, Content.secret(login.password()))));
        return all;
    }

    /** The secrets that are used at all. */
    public SortedSet<SecretName> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(uses.keySet()));
    }

    /** The servers that need a secret. */
    public SortedSet<ServerName> servers(SecretName secret) {
        Use use = uses.get(secret);
        return use == null ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(use.servers());
    }

    boolean isWritten(SecretName secret, SecretEncoding encoding) {
        Use use = uses.get(secret);
        return use != null && use.encodings().contains(encoding);
    }

    /** Whether a secret is written as it is into a line of a file. */
    boolean isWrittenIntoLine(SecretName secret) {
        Use use = uses.get(secret);
        return use != null && !use.lines().isEmpty();
    }

    private void add(ServerName server, Content content) {
        boolean beside = content.parts().size() > 1;
        content.parts()
                .forEach(part -> part.secret().ifPresent(secret -> {
                    SecretEncoding encoding = part.encoding().orElse(SecretEncoding.RAW);
                    Use use = add(server, secret, encoding);
                    if (beside && encoding == SecretEncoding.RAW) {
                        use.lines().add(server);
                    }
                }));
    }

    private Use add(ServerName server, SecretName secret, SecretEncoding encoding) {
        Use use = uses.computeIfAbsent(
                secret, unused -> new Use(new TreeSet<>(), EnumSet.noneOf(SecretEncoding.class), new TreeSet<>()));
        use.servers().add(server);
        use.encodings().add(encoding);
        return use;
    }
}
