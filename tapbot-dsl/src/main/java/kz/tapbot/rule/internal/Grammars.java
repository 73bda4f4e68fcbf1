package kz.tapbot.rule.internal;

import kz.tapbot.rule.Estate;
import kz.tapbot.rule.Subject;
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

/** Where rules over each kind of thing begin. */
public final class Grammars {

    private Grammars() {}

    /** Rules over services. */
    public static Given<Subject.OfService, ServicesThat, ServicesShould> services() {
        return new Beginning<>(new Kind<>("services", Estate::services, ServicesWords::new, ServicesDemands::new));
    }

    /** Rules over servers. */
    public static Given<Subject.OfServer, ServersThat, ServersShould> servers() {
        return new Beginning<>(new Kind<>("servers", Estate::servers, ServersWords::new, ServersDemands::new));
    }

    /** Rules over routes. */
    public static Given<Subject.OfRoute, RoutesThat, RoutesShould> routes() {
        return new Beginning<>(new Kind<>("routes", Estate::routes, RoutesWords::new, RoutesDemands::new));
    }

    /** Rules over networks. */
    public static Given<Subject.OfNetwork, NetworksThat, NetworksShould> networks() {
        return new Beginning<>(new Kind<>("networks", Estate::networks, NetworksWords::new, NetworksDemands::new));
    }

    /** Rules over volumes. */
    public static Given<Subject.OfVolume, VolumesThat, VolumesShould> volumes() {
        return new Beginning<>(new Kind<>("volumes", Estate::volumes, VolumesWords::new, VolumesDemands::new));
    }

    /** Rules over backups. */
    public static Given<Subject.OfBackup, BackupsThat, BackupsShould> backups() {
        return new Beginning<>(new Kind<>("backups", Estate::backups, BackupsWords::new, BackupsDemands::new));
    }

    /** Rules over users. */
    public static Given<Subject.OfUser, UsersThat, UsersShould> users() {
        return new Beginning<>(new Kind<>("users", Estate::users, UsersWords::new, UsersDemands::new));
    }
}
