package kz.tapbot.runtime.compose.internal.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.model.volume.Volume;
import kz.tapbot.runtime.compose.internal.yaml.Yaml;
import kz.tapbot.runtime.compose.result.ComposeCode;

/** The networks and volumes of a file: what they are called on the engine, and in Tapbot. */
final class Stores {

    private final Values values;
    private final Findings findings;
    private final ServerName server;
    private final String project;
    private final Map<String, NetworkName> networks = new LinkedHashMap<>();
    private final Map<String, String> networksOnEngine = new LinkedHashMap<>();
    private final Map<String, VolumeName> volumes = new LinkedHashMap<>();
    private final List<Network> networkValues = new ArrayList<>();
    private final List<Volume> volumeValues = new ArrayList<>();
    private final Names networkNames = new Names();
    private final Names volumeNames = new Names();

    Stores(Values values, ServerName server, String project) {
        this.values = values;
        this.findings = values.findings();
        this.server = server;
        this.project = project;
    }

    void readNetworks(Map<String, Yaml.Field> all) {
        all.forEach(this::network);
    }

    void readVolumes(Map<String, Yaml.Field> all) {
        all.forEach(this::volume);
    }

    private void network(String key, Yaml.Field field) {
        String onEngine = onEngine(
                Address.on(server, "network", Names.like(key, "network", NetworkName::of)), key, field.value());
        NetworkName name =
                NetworkName.of(networkNames.of(onEngine, Names.like(key, "network", NetworkName::of), NetworkName::of));
        Address address = Address.on(server, "network", name.value());
        networks.put(key, name);
        networksOnEngine.put(key, onEngine);
        if (!name.value().equals(onEngine)) {
            findings.add(
                    ComposeCode.OTHER_NAME,
                    address,
                    field.line(),
                    "The network is called " + shown(onEngine) + " on the engine, which is no name that Tapbot gives.",
                    "In Tapbot it is " + name + ", a new network: containers move to it when the plan is applied.",
                    "To take over the running one, give it a name in the file, such as \"name: " + name
                            + "\", bring it up, and import again.");
        }
        Network.Builder builder = Network.builder().name(name).places(Places.of(findings.at(field.line())));
        values.fields(address, "networks." + key, field.value())
                .forEach((word, value) -> networkWord(address, builder, word, value));
        networkValues.add(builder.build());
    }

    private void networkWord(Address address, Network.Builder builder, String word, Yaml.Field field) {
        switch (word) {
            case "name", "external" -> {}
            case "internal" -> builder.internal(values.flag(address, word, field.value()));
            case "driver" ->
                values.text(address, word, field.value())
                        .filter(said -> !said.text().equals("bridge"))
                        .ifPresent(said -> findings.notCarried(
                                address,
                                said.line(),
                                "The network's driver is not carried over: Tapbot makes bridges.",
                                "Join a bridge."));
            case "ipam" -> ipam(address, builder, field);
            default -> {
                boolean six = word.equals("enable_ipv6");
                if (!six || !values.flag(address, word, field.value())) {
                    if (!six) {
                        findings.notCarried(
                                address,
                                field.line(),
                                "\"" + word + "\" of a network is not carried over: Tapbot has no word for it.",
                                "Decide whether you need it.");
                    }
                }
            }
        }
    }

    private void ipam(Address address, Network.Builder builder, Yaml.Field field) {
        values.fields(address, "ipam", field.value()).forEach((word, value) -> {
            boolean list = word.equals("config") && value.value() instanceof Yaml.Items;
            if (list) {
                ((Yaml.Items) value.value()).all().forEach(block -> block(address, builder, block));
            } else if (!word.equals("driver")) {
                findings.notCarried(
                        address,
                        value.line(),
                        "\"ipam." + word + "\" is not carried over.",
                        "Decide whether you need it.");
            }
        });
    }

    private void block(Address address, Network.Builder builder, Yaml block) {
        values.fields(address, "ipam.config", block).forEach((word, value) -> {
            if (!word.equals("subnet")) {
                findings.notCarried(
                        address,
                        value.line(),
                        "\"ipam.config." + word + "\" is not carried over: the engine chooses it.",
                        "Nothing is to be done unless a program has the address written in.");
                return;
            }
            values.text(address, "subnet", value.value()).ifPresent(said -> {
                try {
                    Cidr cidr = Cidr.of(said.text());
                    if (said.text().indexOf(':') >= 0) {
                        builder.subnetIpv6(cidr);
                    } else {
                        builder.subnet(cidr);
                    }
                } catch (InvalidValueException e) {
                    findings.refused(address, said.line(), "subnet", e);
                }
            });
        });
    }

    /** What Compose calls a thing on the engine: by its name, or else by project and key with an underscore. */
    private String onEngine(Address address, String key, Yaml value) {
        if (value instanceof Yaml.Fields fields) {
            Yaml.Field name = fields.all().get("name");
            Yaml.Field external = fields.all().get("external");
            if (name != null) {
                return values.text(address, "name", name.value())
                        .map(Values.Said::text)
                        .orElse(key);
            }
            if (external != null
                    && external.value() instanceof Yaml.Fields old
                    && old.all().containsKey("name")) {
                return values.text(
                                address, "external.name", old.all().get("name").value())
                        .map(Values.Said::text)
                        .orElse(key);
            }
            if (external != null && values.flag(address, "external", external.value())) {
                return key;
            }
        }
        return project + "_" + key;
    }

    private void volume(String key, Yaml.Field field) {
        String onEngine =
                onEngine(Address.on(server, "volume", Names.like(key, "volume", VolumeName::of)), key, field.value());
        VolumeName name =
                VolumeName.of(volumeNames.of(onEngine, Names.like(key, "volume", VolumeName::of), VolumeName::of));
        Address address = Address.on(server, "volume", name.value());
        volumes.put(key, name);
        if (!name.value().equals(onEngine)) {
            findings.add(
                    ComposeCode.OTHER_NAME,
                    address,
                    field.line(),
                    "The volume is called " + shown(onEngine) + " on the engine, which is no name that Tapbot gives.",
                    "In Tapbot it is " + name + ", a new and EMPTY volume: the program would start without its data.",
                    "Copy the data into a volume with that name first, name it in the file (\"name: " + name
                            + "\"), bring it up, and import again.");
        }
        values.fields(address, "volumes." + key, field.value()).forEach((word, value) -> {
            boolean local = word.equals("driver")
                    && values.text(address, word, value.value())
                            .filter(said -> said.text().equals("local"))
                            .isPresent();
            if (!word.equals("name") && !word.equals("external") && !local) {
                findings.notCarried(
                        address,
                        value.line(),
                        "\"" + word + "\" of a volume is not carried over: Tapbot has no word for it.",
                        "Where data lies elsewhere by it, mount that place of the server instead.");
            }
        });
        volumeValues.add(Volume.builder()
                .name(name)
                .places(Places.of(findings.at(field.line())))
                .build());
    }

    private static String shown(String name) {
        return InvalidValueException.show(name);
    }

    /** The network of that key; the one that Compose makes for all that name none is only made when it is asked for. */
    Optional<NetworkId> network(Draft draft, String key, int line) {
        if (key.equals("default") && !networks.containsKey(key)) {
            network(key, new Yaml.Field(new Yaml.Scalar("", true, line), line));
        }
        NetworkName name = networks.get(key);
        if (name == null) {
            unknown(draft, "network", key, line);
        }
        return Optional.ofNullable(name).map(known -> new NetworkId(server, known));
    }

    /** The volume of that key. */
    Optional<VolumeId> volume(Draft draft, String key, int line) {
        VolumeName name = volumes.get(key);
        if (name == null) {
            unknown(draft, "volume", key, line);
        }
        return Optional.ofNullable(name).map(known -> new VolumeId(server, known));
    }

    private void unknown(Draft draft, String kind, String key, int line) {
        findings.add(
                ComposeCode.NOT_COMPOSE,
                draft.address(),
                line,
                "The " + kind + " " + shown(key) + " is not declared at the end of the file.",
                "Compose refuses the file. It is left out of the source.",
                "Declare it under \"" + kind + "s:\".");
    }

    /** What a network is called on the engine, by its key. */
    Map<String, String> networksOnEngine() {
        return networksOnEngine;
    }

    /** Whether the network of that key has that name in Tapbot. */
    boolean isCalled(NetworkName name, String key) {
        return name.equals(networks.get(key));
    }

    List<Network> networks() {
        return networkValues;
    }

    List<Volume> volumes() {
        return volumeValues;
    }
}
