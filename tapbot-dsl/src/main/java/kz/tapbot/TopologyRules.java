package kz.tapbot;

import kz.tapbot.model.Topology;
import kz.tapbot.reach.Source;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.assertion.TopologyAssert;
import kz.tapbot.rule.internal.Grammars;
import kz.tapbot.rule.syntax.BackupsShould;
import kz.tapbot.rule.syntax.BackupsThat;
import kz.tapbot.rule.syntax.Given;
import kz.tapbot.rule.syntax.NetworksShould;
import kz.tapbot.rule.syntax.NetworksThat;
import kz.tapbot.rule.syntax.RoutesShould;
import kz.tapbot.rule.syntax.RoutesThat;
import kz.tapbot.rule.syntax.ServersShould;
import kz.tapbot.rule.syntax.ServersThat;
import kz.tapbot.rule.syntax.ServicesShould;
import kz.tapbot.rule.syntax.ServicesThat;
import kz.tapbot.rule.syntax.UsersShould;
import kz.tapbot.rule.syntax.UsersThat;
import kz.tapbot.rule.syntax.VolumesShould;
import kz.tapbot.rule.syntax.VolumesThat;

/**
 * Where rules over topologies begin: sentences that a test of any framework checks. What is only planned is left out.
 *
 * <pre>{@code
 * services().that().areDatabases().should().notBeReachableFrom(INTERNET).because("lesson 6").check(TOPOLOGY);
 * }</pre>
 */
public final class TopologyRules {

    /** Anybody on the Internet. */
    public static final Source INTERNET = Source.INTERNET;

    private TopologyRules() {}

    /**
     * Begins single questions to a topology, in a test of any framework or in none:
     *
     * <pre>{@code
     * assertThat(TOPOLOGY).canWork().service("data/postgres").isNotReachableFrom(INTERNET);
     * }</pre>
     */
    public static TopologyAssert assertThat(Topology topology) {
        return new TopologyAssert(topology);
    }

    /** Begins a rule over services in containers that are to run. */
    public static Given<Subject.OfService, ServicesThat, ServicesShould> services() {
        return Grammars.services();
    }

    /** Begins a rule over servers that are not only planned. */
    public static Given<Subject.OfServer, ServersThat, ServersShould> servers() {
        return Grammars.servers();
    }

    /** Begins a rule over routes to services that are to run. */
    public static Given<Subject.OfRoute, RoutesThat, RoutesShould> routes() {
        return Grammars.routes();
    }

    /** Begins a rule over container networks. */
    public static Given<Subject.OfNetwork, NetworksThat, NetworksShould> networks() {
        return Grammars.networks();
    }

    /** Begins a rule over volumes. */
    public static Given<Subject.OfVolume, VolumesThat, VolumesShould> volumes() {
        return Grammars.volumes();
    }

    /** Begins a rule over backups. */
    public static Given<Subject.OfBackup, BackupsThat, BackupsShould> backups() {
        return Grammars.backups();
    }

    /** Begins a rule over those who may do exactly what is named. */
    public static Given<Subject.OfUser, UsersThat, UsersShould> users() {
        return Grammars.users();
    }
}
