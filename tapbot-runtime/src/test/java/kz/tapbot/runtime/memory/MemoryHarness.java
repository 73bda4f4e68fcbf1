package kz.tapbot.runtime.memory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.spi.Driver;

/** A simulated server for the contract. */
final class MemoryHarness implements Harness {

    private static final Image SICK = Image.of("example/sick:1.0.0");

    private final MemoryEstate estate = MemoryEstate.create().controlledFrom(IpAddress.of("198.51.100.7"));
    private final Server server = Server.builder()
            .name(ServerName.of("box"))
            .host(HostAddress.of("203.0.113.10"))
            .build();
    private final MemoryServer machine = estate.server("box");

    MemoryHarness() {
        machine.faults().neverHealthy(SICK);
    }

    @Override
    public Driver driver() {
        return estate.driver();
    }

    @Override
    public Server server() {
        return server;
    }

    @Override
    public Service healthy(String name) {
        return service(name, Image.of("example/well:1.0.0"));
    }

    @Override
    public Service healthyOther(String name) {
        return service(name, Image.of("example/well:1.1.0"));
    }

    @Override
    public Service neverHealthy(String name) {
        return service(name, SICK);
    }

    @Override
    public Service saying(String name, List<String> lines) {
        Image image = Image.of("example/" + name + ":1.0.0");
        machine.faults().says(image, lines);
        return service(name, image);
    }

    @Override
    public void runForeign(Service service) {
        machine.engine().run(service);
    }

    @Override
    public SortedSet<String> running() {
        SortedSet<String> names = new TreeSet<>();
        machine.engine().containers().forEach((name, health) -> {
            if (health != Health.STOPPED) {
                names.add(name);
            }
        });
        return names;
    }

    @Override
    public void write(HostPath path, String text, FileMode mode) {
        machine.host().write(path, text, mode, 0);
    }

    @Override
    public Optional<String> text(HostPath path) {
        return machine.host().text(path);
    }

    @Override
    public Optional<String> access(HostPath path) {
        return machine.host().access(path);
    }

    @Override
    public void addUser(UserName name) {
        machine.host().addUser(name);
    }

    @Override
    public void writeData(VolumeName volume, String path, String text) {
        machine.engine().writeData(volume, path, text);
    }

    @Override
    public Optional<String> data(VolumeName volume, String path) {
        return Optional.ofNullable(machine.engine().data(volume).get(path));
    }

    @Override
    public void pass(Duration time) {
        estate.clock().advance(time);
    }

    @Override
    public void restart() {
        machine.reboot();
    }

    @Override
    public void close() {
        // nothing outside of the Java heap
    }

    private static Service service(String name, Image image) {
        return Service.builder()
                .name(ServiceName.of(name))
                .kind(ServiceKind.of("plain"))
                .image(image)
                .addListens(Port.tcp(8080))
                .healthCheck(HealthCheck.of(Command.of("true")))
                .build();
    }
}
