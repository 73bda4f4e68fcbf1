package kz.tapbot.runtime.compose.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.service.Confinement;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.Limits;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.compose.internal.yaml.Yaml;

/** One service of a file while it is read. */
final class Draft {

    final String key;
    final String engineName;
    final ServerName server;
    final ServiceName name;
    final SortedMap<String, Yaml.Field> fields;
    final int line;
    final Service.Builder builder;
    final Limits.Builder limits = Limits.builder();
    final Confinement.Builder confinement = Confinement.builder();
    final List<String> marks = new ArrayList<>();

    /** The words of command and entry point as they stand, for checks alone: there may be a password among them. */
    final List<String> words = new ArrayList<>();

    /** The labels as they stand, for checks alone. */
    final SortedMap<String, Values.Said> labels = new TreeMap<>();

    /** The names of variables. */
    final java.util.Set<String> variables = new TreeSet<>();

    private final SortedMap<ContainerPath, Mount> mounts = new TreeMap<>();
    private final SortedMap<ContainerPath, ContainerFile> files = new TreeMap<>();
    private final SortedMap<String, DeclaredAt> places = new TreeMap<>();
    private final Findings findings;

    Draft(String key, String engineName, ServerName server, ServiceName name, Yaml.Field field, Findings findings) {
        this.key = key;
        this.engineName = engineName;
        this.server = server;
        this.name = name;
        this.line = field.line();
        this.fields = field.value() instanceof Yaml.Fields all ? new TreeMap<>(all.all()) : new TreeMap<>();
        this.findings = findings;
        this.builder = Service.builder().name(name);
    }

    Address address() {
        return Address.on(server, "service", name.value());
    }

    void place(String setting, int at) {
        places.putIfAbsent(setting, findings.at(at));
    }

    /** Adds a mount or says why not: two on one path are one too many. */
    void mount(Mount mount, int at) {
        if (mounts.put(mount.target(), mount) != null) {
            findings.notCarried(
                    address(), at, mount.target() + " is mounted twice; the later one is carried over.", "Leave one.");
        }
        place("mounts." + mount.target(), at);
    }

    void file(ContainerFile file, int at) {
        files.put(file.path(), file);
        place("files." + file.path(), at);
    }

    /** Runs what may break a rule of the model, and tells if it does. */
    void guarded(String what, int at, Runnable change) {
        try {
            change.run();
        } catch (InvalidValueException e) {
            findings.refused(address(), at, what, e);
        }
    }

    List<Mount> mounts() {
        return new ArrayList<>(mounts.values());
    }

    java.util.Set<ContainerPath> paths() {
        java.util.Set<ContainerPath> all = new TreeSet<>(mounts.keySet());
        all.addAll(files.keySet());
        return all;
    }

    Service service() {
        return builder.mounts(mounts.values())
                .files(files.values())
                .limits(limits.build())
                .confinement(confinement.build())
                .places(Places.of(findings.at(line), places))
                .build();
    }
}
