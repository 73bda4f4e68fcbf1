package kz.tapbot.examples.estate;

import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.CertificatesRef;
import kz.tapbot.dsl.ServerSpec;
import kz.tapbot.dsl.ZoneRef;
import kz.tapbot.model.value.Bandwidth;
import kz.tapbot.model.value.MonthlyCost;

/**
 * What both servers use.
 *
 * @param admins the addresses that administer
 * @param zone the names
 * @param acme the certificates
 * @param versions what runs
 */
record Shared(AddressSetRef admins, ZoneRef zone, CertificatesRef acme, Versions versions) {

    /** How every server of ours is kept: a method is all it takes to say a thing once. */
    void asEveryServer(ServerSpec s) {
        s.ubuntu("24.04")
                .administeredFrom(admins)
                .system(system -> system.timeZone("Asia/Almaty").packages("curl", "htop", "jq"))
                .updates(updates -> updates.rebootAt("04:30"))
                .jail("sshd", jail -> jail.maxRetry(3))
                .delegate(
                        "monitor",
                        d -> d.keys(
                                        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleKeyOfTheMonitorAccountNotARealOneAbc monitor@example")
                                .mayInspect()
                                .mayRestart("fail2ban", "rsyslog", "cron"));
    }

    static void rented(ServerSpec s, int roubles, int megabits) {
        s.provider(
                "example hosting",
                p -> p.location("Moscow").cost(MonthlyCost.of(roubles, "RUB")).bandwidth(Bandwidth.mbit(megabits)));
    }
}
