package kz.tapbot.runtime.host;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.tapbot.docker.Listening;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.internal.access.SshTargets;
import kz.tapbot.runtime.spi.Driver;

/** A real Debian server for the contract, started anew for each test. */
final class HostHarness implements Harness {

    private static final String WELL = "tapbot-test/well";

    /** Answers every connection on 8080 with one line, and ends at once when it is told to. */
    private static final String LISTENS = """
        use IO::Socket::INET; $SIG{TERM} = sub { exit 0 };
        my $s = IO::Socket::INET->new(LocalPort => 8080, Listen => 9, ReuseAddr => 1) or die $!;
        print "listening\\n"; while (my $c = $s->accept) { print $c "well\\n"; close $c }
        """;

    private static final String SAYS =
            "$SIG{TERM} = sub { exit 0 }; $| = 1; print \"$_\\n\" for @ARGV; sleep 1 while 1;";

    private final LabServer lab = LabServer.start();
    private final Server server;
    private boolean images;

    /** Logged in to as root. */
    HostHarness() {
        server = lab.declared("box").build();
    }

    /** Logged in to as a user who may become root by one line of sudo. */
    HostHarness(UserName user) {
        DeployUser.on(lab, user);
        server = DeployUser.declared(lab, user).build();
    }

    LabServer lab() {
        return lab;
    }

    @Override
    public Driver driver() {
        return new HostDriver(SshTargets.declared(lab.login()));
    }

    @Override
    public Server server() {
        return server;
    }

    @Override
    public Service healthy(String name) {
        return service(name, "1.0.0", Listening.at(8080));
    }

    @Override
    public Service healthyOther(String name) {
        return service(name, "1.1.0", Listening.at(8080));
    }

    @Override
    public Service neverHealthy(String name) {
        return service(name, "1.0.0", Command.of("false"));
    }

    @Override
    public Service saying(String name, List<String> lines) {
        List<String> command = new java.util.ArrayList<>(List.of("perl", "-e", SAYS));
        command.addAll(lines);
        return Service.builder()
                .from(healthy(name))
                .command(Command.of(command))
                .healthCheck(checkedBy(Command.of("true")))
                .build();
    }

    private Service service(String name, String tag, Command check) {
        if (!images) {
            images = true;
            lab.image(WELL + ":1.0.0");
            lab.sh("docker tag " + WELL + ":1.0.0 " + WELL + ":1.1.0");
        }
        return Service.builder()
                .name(ServiceName.of(name))
                .kind(ServiceKind.of("plain"))
                .image(Image.of(WELL + ":" + tag))
                .command(Command.of("perl", "-e", LISTENS))
                .addListens(Port.tcp(8080))
                .healthCheck(checkedBy(check))
                .build();
    }

    private static HealthCheck checkedBy(Command check) {
        return new HealthCheck(check, Duration.ofSeconds(1), Duration.ofSeconds(2), 2, Duration.ZERO);
    }

    @Override
    public void runForeign(Service service) {
        String command = service.command().orElseThrow().arguments().stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        lab.sh("docker run -d --name " + service.name() + " " + service.image() + " " + command);
    }

    @Override
    public SortedSet<String> running() {
        return lab.sh("docker ps --format '{{.Names}}'")
                .lines()
                .filter(name -> !name.startsWith("tapbot-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void write(HostPath path, String text, FileMode mode) {
        String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        lab.sh("mkdir -p $(dirname " + path + ") && echo " + base64 + " | base64 -d >" + path + " && chmod " + mode
                + " " + path);
    }

    @Override
    public Optional<String> text(HostPath path) {
        return lab.holds("test -e " + path) ? Optional.of(lab.sh("cat " + path)) : Optional.empty();
    }

    @Override
    public Optional<String> access(HostPath path) {
        return lab.holds("test -e " + path)
                ? Optional.of("0" + lab.sh("stat -c '%a %u' " + path).strip())
                : Optional.empty();
    }

    @Override
    public void addUser(UserName name) {
        lab.sh("useradd -m " + name);
    }

    @Override
    public void writeData(VolumeName volume, String path, String text) {
        lab.sh("d=/var/lib/docker/volumes/" + volume + "/_data/" + path + "; mkdir -p $(dirname $d); printf '%s' '"
                + text + "' >$d");
    }

    @Override
    public Optional<String> data(VolumeName volume, String path) {
        return text(HostPath.of("/var/lib/docker/volumes/" + volume + "/_data/" + path));
    }

    /** Timers that would be over by then have their effect at once; that timers are, a test of its own waits for. */
    @Override
    public void pass(Duration time) {
        lab.sh("""
                now=$(cut -d. -f1 /proc/uptime)
                for timer in $(systemctl list-units --plain --no-legend 'tapbot-undo-*.timer' | cut -d' ' -f1); do
                    since=$(systemctl show -p ActiveEnterTimestampMonotonic --value $timer)
                    limit=$(systemctl show -p TimersMonotonic --value $timer | grep -oE 'OnActiveUSec=[^;]*' | cut -d= -f2)
                    case $limit in *min*) limit=$(( ${limit%%%%min*} * 60 )) ;; *) limit=${limit%%%%s*} ;; esac
                    if [ $(( since / 1000000 + limit )) -le $(( now + %d )) ]; then
                        systemctl start ${timer%%timer}service
                        # It counts as started before it is done.
                        for try in $(seq 200); do systemctl -q is-active ${timer%%timer}service || break; sleep 0.1; done
                    fi
                done
                """.formatted(time.toSeconds()));
    }

    @Override
    public void restart() {
        lab.restart();
    }

    @Override
    public void close() {
        lab.close();
    }
}
