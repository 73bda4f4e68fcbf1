package kz.tapbot.runtime.host;

import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Outcome;

/** A delegate who may deploy, on a server of the lab. */
final class DeployUser {

    private DeployUser() {}

    /** Has root declare it, and takes back that it belongs to anybody: the tests that follow find a server with such a user and nothing else. */
    static void on(LabServer lab, UserName user) {
        TapbotRuntime runtime = WholeServer.runtime(lab);
        Topology topology = topology(lab.declared("box").firewall(false).addDelegates(delegate(lab, user)));
        ApplyReport report = runtime.apply(topology, ApplyOptions.standard());
        if (report.outcome() != Outcome.DONE) {
            throw new IllegalStateException(report.toString());
        }
        lab.sh("rm -rf /var/lib/tapbot/* /etc/ssh/sshd_config.d/00-tapbot.conf && systemctl reload ssh");
        lab.awaitSsh();
    }

    /** With the key that root has. */
    static Delegate delegate(LabServer lab, UserName user) {
        return Delegate.builder()
                .name(user)
                .addKeys(SshPublicKey.of(lab.publicKey()))
                .mayDeploy(true)
                .build();
    }

    /** Logged in to as that user. */
    static Server.Builder declared(LabServer lab, UserName user) {
        Server root = lab.declared("box").build();
        return Server.builder()
                .from(root)
                .ssh(SshAccess.builder().from(root.ssh()).user(user.value()).build());
    }

    static Topology topology(Server.Builder server) {
        return Topology.builder()
                .name(TopologyName.of("lab-deploy"))
                .addServers(server.build())
                .build();
    }
}
