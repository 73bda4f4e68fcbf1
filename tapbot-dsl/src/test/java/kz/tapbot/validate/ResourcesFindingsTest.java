package kz.tapbot.validate;

import static org.assertj.core.api.Assertions.assertThat;

import kz.tapbot.model.service.Limits;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;
import org.junit.jupiter.api.Test;

/** What is told of promises that the machines cannot keep. */
class ResourcesFindingsTest {

    @Test
    void more_memory_than_the_machine_has_is_told_with_the_largest_shares() {
        assertThat(Judged.findings(Change.server("data", s -> s.size(Parts.size(4, 30)))))
                .isEqualTo("""
                error TB2401  More memory promised than there is
                  at server:data
                  Services of server:data may take 4672 MiB of memory; it has 4096 MiB, of which 410 MiB are kept for the system.
                  When they do, the kernel kills one of them, and it is rarely the one that took too much.
                      2048 MiB  service:data/postgres
                      1024 MiB  service:data/directus
                      1024 MiB  service:data/qdrant
                      384 MiB  service:data/pgadmin
                      128 MiB  service:data/traefik
                      64 MiB  1 more
                  Lower limits, move a service to another server, plan it for later, or take a larger machine.
                  declared at (TapbotKz.java:60)""");
    }

    @Test
    void more_processors_than_the_machine_has_are_noted() {
        assertThat(Judged.findings(Change.service(
                        Change.service(
                                "app/n8n",
                                s -> s.limits(Limits.builder()
                                        .memory(DataSize.mib(1024))
                                        .cpus(Cpus.of("1.5"))
                                        .build())),
                        "app/redis",
                        s -> s.limits(Limits.builder()
                                .memory(DataSize.mib(384))
                                .cpus(Cpus.cpus(1))
                                .build()))))
                .isEqualTo("""
                note TB2402  More processors promised than there are
                  at server:app
                  Services of server:app may take 2.5 CPUs together; it has 2.
                  This works, since they seldom all work at once; when they do, each gets less than its limit.
                      1.5  service:app/n8n
                      1  service:app/redis
                  Lower limits if one of them must never wait.
                  declared at (TapbotKz.java:21)""");
    }

    @Test
    void more_disk_than_the_machine_has_is_told() {
        assertThat(Judged.findings(Change.server("data", s -> s.size(Parts.size(8, 20)))))
                .isEqualTo("""
                error TB2403  More disk promised than there is
                  at server:data
                  Volumes, logs and swap of server:data are expected to take 16.4 GiB of disk; it has 20 GiB, of which 4608 MiB are kept
                  for the system and the images. A full disk stops every database on it at once, and often for good.
                      8192 MiB  volume:data/postgres
                      4096 MiB  volume:data/qdrant
                      4096 MiB  volume:data/uploads
                      256 MiB  volume:data/pgadmin
                      180 MiB  logs of services
                      16 MiB  1 more
                  Expect less, keep fewer logs, move a service to another server, or take a larger disk.
                  declared at (TapbotKz.java:60)""");
    }

    @Test
    void a_service_without_a_memory_limit_is_told() {
        assertThat(Judged.findings(Change.service("app/n8n", s -> s.limits(Limits.none()))))
                .isEqualTo("""
                warning TB2404  Service without a memory limit
                  at service:app/n8n
                  service:app/n8n has no memory limit.
                  If it leaks, it takes the memory of all other services of server:app, and the kernel kills any of them.
                  Give it a limit:
                      .limits(l -> l.memory(mib(256)))
                  declared at (TapbotKz.java:48)""");
    }

    @Test
    void a_limit_above_the_machine_is_told() {
        assertThat(Judged.findings(Change.service(
                        "app/n8n",
                        s -> s.limits(Limits.builder()
                                .memory(DataSize.mib(1024))
                                .cpus(Cpus.of("2.5"))
                                .build()))))
                .isEqualTo("""
                error TB2405  Limit above what the machine has
                  at service:app/n8n
                  service:app/n8n may take 2.5 CPUs, and server:app has 2.
                  The engine refuses to create such a container.
                  Lower the limit to what the machine has:
                      .limits(l -> l.cpus(Cpus.of("2")))
                  declared at (TapbotKz.java:48)""");
    }
}
