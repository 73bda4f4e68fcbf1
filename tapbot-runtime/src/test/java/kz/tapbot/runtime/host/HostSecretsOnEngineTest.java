package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.HostFile;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.json.TopologyJson;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SecretSource;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.model.volume.Volume;
import kz.tapbot.runtime.Canaries;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.docker.ChildJvm;
import kz.tapbot.runtime.docker.LoudLogging;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanJson;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.plan.PlanText;
import kz.tapbot.ssh.HostKeys;
import kz.tapbot.ssh.SshLogin;
import kz.tapbot.ssh.SshTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets brought to a whole server are in what is meant for them, and nowhere else on it or here, however loud everybody logs. */
@OnEngine
class HostSecretsOnEngineTest {

    private static final String HOST_FILE = "canary \"host\" from+file/1b7e";
    private static final String FILE = "canary \"container\" from+file/8d02";
    private static final String INPUT = "canary \"provision\" from+input/c4f9";
    private static final String VARIABLE = "canary \"variable\" from+env/77aa";
    private static final Map<String, String> VALUES =
            Map.of("host-file", HOST_FILE, "file", FILE, "input", INPUT, "variable", VARIABLE);

    /** Notes every argument list and environment that is ever seen, but of processes in containers, which are given theirs. */
    private static final String SAMPLER = """
            use strict; my %seen; $| = 1; open my $out, '>', '/run/scan/sampled' or die $!;
            while (!-e '/run/scan/stop') {
                for my $process (glob '/proc/[0-9]*') {
                    my $group = slurp("$process/cgroup");
                    next if $group =~ m{docker[-/][0-9a-f]{64}};
                    for my $what ('cmdline', 'environ') {
                        my $text = slurp("$process/$what");
                        $text =~ tr/\\0/\\n/;
                        print $out "$text\\n" if length $text && !$seen{$text}++;
                    }
                }
            }
            close $out; open my $done, '>', '/run/scan/done';
            sub slurp { open my $in, '<', $_[0] or return ''; local $/; my $text = <$in>; return defined $text ? $text : '' }
            """;

    private final LabServer lab = LabServer.start();
    private final Canaries canaries = new Canaries();

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void an_apply_leaves_no_secret_in_arguments_environments_files_journals_and_logs() throws Exception {
        VALUES.forEach(canaries::add);
        lab.image(WholeServer.IMAGE);
        loudlyOnTheServer();
        ChildJvm loud = applied();
        assertThat(loud.said())
                .contains(
                        "DEBUG net.schmizz.sshj", "TRACE com.github.dockerjava", "create container shop", "done: true");
        assertThat(canaries.in(loud.said())).isEmpty();

        String sampled = sampled();
        assertThat(sampled).contains("sshd: root", "dpkg", "eval \"$(head -c \"$0\")\"", "PLANTED=seen");
        assertThat(canaries.in(sampled)).isEmpty();

        String journal = lab.sh("journalctl --no-pager -o cat");
        assertThat(journal).contains("debug3: ", "level=debug");
        // At this level the engine itself writes down with what a container is made.
        String engineItself = "SECRET=" + VARIABLE.replace("\"", "\\\"");
        assertThat(canaries.in(withoutEngineRequests(journal))).as(engineItself).isEmpty();

        assertThat(lab.sh("cat /etc/shop/token")).isEqualTo(HOST_FILE);
        assertThat(lab.sh("stat -c '%a %U' /etc/shop/token")).isEqualTo("400 root\n");
        assertThat(filesWith(HOST_FILE)).containsExactly("/etc/shop/token");
        for (String inContainers : List.of(FILE, INPUT)) {
            assertThat(filesWith(inContainers)).isNotEmpty().allMatch(file -> file.startsWith("/var/lib/docker/"));
        }
        assertThat(filesWith(VARIABLE))
                .as("a variable is what the engine and its containerd know, which the plan says")
                .isNotEmpty()
                .allMatch(file -> file.matches("/(var/lib/docker|var/lib/containerd|run/containerd)/.*"));
        assertThat(loud.said())
                .contains("The secret in its variable SECRET can be read by whoever may inspect the container.");
        assertThat(lab.sh("stat -c %a /var/lib/docker")).isEqualTo("710\n");
    }

    private void loudlyOnTheServer() {
        lab.sh("echo LogLevel DEBUG3 >>/etc/ssh/sshd_config && systemctl reload ssh"
                + " && echo DOCKER_OPTS=-D >/etc/default/docker && systemctl restart docker");
        lab.sh("mkdir -m 700 /run/scan && cat >/run/scan/sampler <<'END'\n" + SAMPLER + "END\n"
                + "perl /run/scan/sampler >/run/scan/said 2>&1 & PLANTED=seen sleep 1");
    }

    private ChildJvm applied() throws Exception {
        Path file = folder.resolve("topology.json");
        Files.writeString(file, TopologyJson.write(topology()));
        return ChildJvm.run(
                Loud.class,
                List.of("-Dslf4j.provider=" + LoudLogging.class.getName()),
                file.toString(),
                lab.hostKey(),
                lab.keyFile().toString());
    }

    private String sampled() {
        return lab.sh("touch /run/scan/stop; for try in $(seq 100); do [ -e /run/scan/done ] && break; sleep 0.1; done;"
                + " cat /run/scan/said /run/scan/sampled");
    }

    private static String withoutEngineRequests(String journal) {
        return String.join(
                "\n",
                journal.lines()
                        .filter(line -> !(line.contains("form data: ") && line.contains("\"Env\"")))
                        .toList());
    }

    /** On the whole server, its devices and what its kernel shows aside; in any form. */
    private Set<String> filesWith(String value) {
        Canaries one = new Canaries();
        one.add("one", value);
        String patterns = Base64.getEncoder()
                .encodeToString((String.join("\n", one.allForms()) + "\n").getBytes(StandardCharsets.UTF_8));
        String found = lab.sh("echo " + patterns + " | base64 -d >/run/scan/patterns;"
                + " grep -rlaF -D skip -f /run/scan/patterns --exclude-dir=proc --exclude-dir=sys --exclude-dir=scan --exclude-dir=journal /"
                + " 2>/dev/null; true");
        return new TreeSet<>(found.lines().toList());
    }

    private Topology topology() {
        ServerName box = ServerName.of("box");
        NetworkName web = NetworkName.of("web");
        VolumeName data = VolumeName.of("data");
        Topology.Builder all = Topology.builder().name(TopologyName.of("lab-secrets"));
        VALUES.keySet()
                .forEach(name -> all.addSecrets(SecretDeclaration.builder()
                        .name(SecretName.of(name))
                        .source(SecretSource.environment(variable(name)))
                        .build()));
        Service shop = Service.builder()
                .name(ServiceName.of("shop"))
                .kind(ServiceKind.of("plain"))
                .image(Image.of(WholeServer.IMAGE))
                .command(Command.of("perl", "-e", "$SIG{TERM} = sub { exit 0 }; sleep 1 while 1"))
                .addNetworks(Attachment.to(new NetworkId(box, web)))
                .addMounts(Mount.volume(new VolumeId(box, data), ContainerPath.of("/data")))
                .putEnvironment("SECRET", EnvironmentValue.secret(SecretName.of("variable")))
                .addFiles(new ContainerFile(
                        ContainerPath.of("/run/secrets/token"),
                        Content.secret(SecretName.of("file")),
                        FileMode.OWNER_READ,
                        0))
                .addProvisions(Provision.builder()
                        .kind("marker")
                        .name("made")
                        .probe(Command.of("test", "-e", "/data/made"))
                        .create(Command.of("perl", "-e", "open F, '>', '/data/made'; print F <STDIN>"))
                        .input(Content.secret(SecretName.of("input")))
                        .build())
                .build();
        return all.addServers(lab.declared("box")
                        .addNetworks(Network.builder().name(web).build())
                        .addVolumes(Volume.builder().name(data).build())
                        .addServices(shop)
                        .addHostServices(HostService.builder()
                                .name(ServiceName.of("mirror"))
                                .kind(ServiceKind.of("mirror"))
                                .packageName(PackageName.of("rsync"))
                                .unit(UnitName.of("rsync.service"))
                                .port(Port.tcp(873))
                                .addFiles(
                                        new HostFile(
                                                HostPath.of("/etc/rsyncd.conf"),
                                                Content.text("[shop]\npath = /srv\n"),
                                                FileMode.ALL_READ),
                                        new HostFile(
                                                HostPath.of("/etc/shop/token"),
                                                Content.secret(SecretName.of("host-file")),
                                                FileMode.OWNER_READ))
                                .build())
                        .build())
                .build();
    }

    private static String variable(String secret) {
        return secret.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Applies, and says all that can be said of it. */
    static final class Loud {

        private Loud() {}

        public static void main(String[] args) throws IOException {
            Topology topology = TopologyJson.read(Files.readAllBytes(Path.of(args[0])), args[0])
                    .topology()
                    .orElseThrow();
            TapbotRuntime runtime = TapbotRuntime.builder()
                    .driver(new HostDriver(server -> SshTarget.of(
                            "root",
                            server.host().value(),
                            HostKeys.trust(args[1]),
                            SshLogin.keyFile(Path.of(args[2])))))
                    .environment(variable ->
                            VALUES.get(variable.toLowerCase(Locale.ROOT).replace('_', '-')))
                    .who("tester@lab")
                    .build();
            Plan plan = runtime.plan(topology);
            System.out.println(PlanText.render(plan) + PlanJson.write(plan, PlanOptions.STANDARD) + plan.changes());
            ApplyReport report =
                    runtime.apply(topology, ApplyOptions.standard().listener(event -> System.out.println(event)));
            System.out.println(report + " done: " + report.isDone());
            System.out.println(runtime.observe(topology));
            System.out.println(runtime.status(topology));
            System.out.println(runtime.drift(topology));
            System.out.println(runtime.prove(topology));
            System.exit(0);
        }
    }
}
