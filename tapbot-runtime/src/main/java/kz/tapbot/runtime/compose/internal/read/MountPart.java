package kz.tapbot.runtime.compose.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.compose.internal.yaml.Yaml;
import org.jspecify.annotations.Nullable;

/** What is mounted into a container: volumes, paths of the server, memory. */
final class MountPart implements Part {

    private static final DataSize MEMORY = DataSize.mib(64);

    private final Values values;
    private final Findings findings;
    private final Stores stores;
    private final String directory;

    MountPart(Values values, Stores stores, String directory) {
        this.values = values;
        this.findings = values.findings();
        this.stores = stores;
        this.directory = directory;
    }

    @Override
    public boolean take(Draft draft, String key, Yaml.Field field) {
        if (key.equals("volumes")) {
            volumes(draft, field);
        } else if (key.equals("tmpfs")) {
            values.texts(draft.address(), key, field.value()).forEach(said -> memory(draft, said));
        } else {
            return false;
        }
        return true;
    }

    private void volumes(Draft draft, Yaml.Field field) {
        if (!(field.value() instanceof Yaml.Items items)) {
            values.wrong(draft.address(), "volumes", field.value(), "a list");
            return;
        }
        for (Yaml item : items.all()) {
            draft.guarded("volumes", item.line(), () -> {
                if (item instanceof Yaml.Fields fields) {
                    longForm(draft, fields);
                } else {
                    values.text(draft.address(), "volumes", item).ifPresent(said -> shortForm(draft, said));
                }
            });
        }
    }

    private void shortForm(Draft draft, Values.Said said) {
        List<String> parts = List.of(said.text().split(":", -1));
        if (parts.size() == 1) {
            anonymous(draft, said.line());
            return;
        }
        boolean readOnly = false;
        for (String option : parts.size() > 2 ? List.of(parts.get(2).split(",", -1)) : List.<String>of()) {
            readOnly |= option.equals("ro");
            if (!option.equals("ro") && !option.equals("rw")) {
                notSaid(draft, "volumes", said.line());
            }
        }
        if (parts.size() > 3) {
            values.wrong(draft.address(), "volumes", new Yaml.Scalar("", false, said.line()), "SOURCE:TARGET[:MODE]");
            return;
        }
        source(draft, parts.get(0), parts.get(1), readOnly, said.line());
    }

    private void source(Draft draft, String source, String target, boolean readOnly, int line) {
        ContainerPath inside = ContainerPath.of(tidy(target));
        if (source.startsWith("/") || source.startsWith(".") || source.startsWith("~")) {
            draft.mount(Mount.host(HostPath.of(absolute(draft, source, line)), inside, readOnly), line);
        } else {
            stores.volume(draft, source, line)
                    .ifPresent(id -> draft.mount(
                            new Mount(inside, Optional.of(id), Optional.empty(), Optional.empty(), readOnly), line));
        }
    }

    private static String tidy(String path) {
        String once = path.replaceAll("/{2,}", "/");
        return once.length() > 1 && once.endsWith("/") ? once.substring(0, once.length() - 1) : once;
    }

    /** The path on the server, where relative ones begin at the folder of the file. */
    String absolute(Draft draft, String source, int line) {
        String path = source.startsWith("~")
                ? values.variable("HOME").orElse("/root") + source.substring(1)
                : source.startsWith("/") ? source : directory + "/" + source;
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        if (!source.startsWith("/")) {
            findings.add(
                    kz.tapbot.runtime.compose.result.ComposeCode.SAID_OTHERWISE,
                    draft.address(),
                    line,
                    "A path that begins at the folder of the file is said in full, from where the file lies now.",
                    "Check that it lies there on the server too.");
        }
        return "/" + String.join("/", parts);
    }

    private void longForm(Draft draft, Yaml.Fields fields) {
        Map<String, Yaml.Field> all = fields.all();
        String type = text(draft, all, "type").orElse("volume");
        Optional<String> source = text(draft, all, "source");
        Optional<String> target = text(draft, all, "target");
        Yaml.Field only = all.get("read_only");
        boolean readOnly = only != null && values.flag(draft.address(), "read_only", only.value());
        if (target.isEmpty()) {
            values.wrong(draft.address(), "volumes.target", fields, "a path");
            return;
        }
        switch (type) {
            case "volume" -> {
                if (source.isEmpty()) {
                    anonymous(draft, fields.line());
                } else {
                    source(draft, source.get(), target.get(), readOnly, fields.line());
                }
            }
            case "bind" ->
                source(
                        draft,
                        source.filter(path -> path.matches("[/.~].*")).orElse("./" + source.orElse("")),
                        target.get(),
                        readOnly,
                        fields.line());
            case "tmpfs" -> {
                Yaml.Field options = all.get("tmpfs");
                Map<String, Yaml.Field> inner =
                        options == null ? Map.of() : values.fields(draft.address(), "tmpfs", options.value());
                memory(
                        draft,
                        target.get(),
                        text(draft, inner, "size").flatMap(Quantities::size),
                        readOnly,
                        fields.line());
            }
            default -> notSaid(draft, "volumes.type", fields.line());
        }
        boolean more = bindSaysMore(all.get("bind")) || all.containsKey("volume") || all.containsKey("image");
        if (more) {
            notSaid(draft, "volumes." + type, fields.line());
        }
    }

    private static boolean bindSaysMore(Yaml.@Nullable Field bind) {
        return bind != null
                && !(bind.value() instanceof Yaml.Fields fields
                        && fields.all().keySet().equals(java.util.Set.of("create_host_path")));
    }

    private Optional<String> text(Draft draft, Map<String, Yaml.Field> all, String key) {
        Yaml.Field field = all.get(key);
        return field == null
                ? Optional.empty()
                : values.text(draft.address(), "volumes." + key, field.value()).map(Values.Said::text);
    }

    private void memory(Draft draft, Values.Said said) {
        int colon = said.text().indexOf(':');
        String target = colon < 0 ? said.text() : said.text().substring(0, colon);
        Optional<DataSize> size = Optional.empty();
        boolean other = false;
        for (String option :
                colon < 0 ? new String[0] : said.text().substring(colon + 1).split(",", -1)) {
            if (option.startsWith("size=")) {
                size = Quantities.size(option.substring(5));
            } else {
                other |= !option.equals("rw");
            }
        }
        if (other) {
            notSaid(draft, "tmpfs", said.line());
        }
        Optional<DataSize> asked = size;
        draft.guarded("tmpfs", said.line(), () -> memory(draft, target, asked, false, said.line()));
    }

    private void memory(Draft draft, String target, Optional<DataSize> size, boolean readOnly, int line) {
        ContainerPath inside = ContainerPath.of(tidy(target));
        Optional<DataSize> most = Optional.of(size.orElse(MEMORY));
        draft.mount(new Mount(inside, Optional.empty(), Optional.empty(), most, readOnly), line);
        if (size.isEmpty()) {
            findings.notCarried(
                    draft.address(),
                    line,
                    "A file system in memory has no size, and may take half of the server's memory.",
                    "Tapbot needs a size, and the source says 64 MiB for " + inside + ": say what it needs.");
        }
    }

    private void anonymous(Draft draft, int line) {
        findings.notCarried(
                draft.address(),
                line,
                "A volume without a name is not carried over: what lies in it is lost with the container.",
                "Declare a volume with a name, and mount that.");
    }

    private void notSaid(Draft draft, String key, int line) {
        findings.notCarried(
                draft.address(),
                line,
                "An option of \"" + key + "\" is not carried over: Tapbot has no word for it.",
                "Decide whether you need it.");
    }
}
