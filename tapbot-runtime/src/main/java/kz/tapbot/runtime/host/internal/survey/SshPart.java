package kz.tapbot.runtime.host.internal.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.runtime.host.result.SurveyCode;

/** How a server is logged in to, by sshd's settings in effect. */
final class SshPart {

    /** What narrows or widens who gets in, and has no word in Tapbot (sshd_config(5)). */
    private static final List<String> TOLD = List.of(
            "allowusers",
            "allowgroups",
            "denyusers",
            "denygroups",
            "authenticationmethods",
            "forcecommand",
            "permittunnel",
            "gatewayports");

    private static final Set<String> USUAL = Set.of("any", "none", "no");

    private final Survey survey;
    private final Server.Builder builder;
    private final Findings findings;

    SshPart(Survey survey, Server.Builder builder, Findings findings) {
        this.survey = survey;
        this.builder = builder;
        this.findings = findings;
    }

    void write(SshAccess before) {
        SortedMap<String, String> sshd = survey.sshd();
        if (sshd.isEmpty()) {
            findings.add(
                    SurveyCode.NOT_CARRIED,
                    "sshd does not say its settings (sshd -T).",
                    "Whether it takes passwords is not known; the source says that it does not.",
                    "Run \"sshd -T\" there as root, and see why.");
            return;
        }
        boolean passwords = isOn("passwordauthentication") || isOn("kbdinteractiveauthentication");
        builder.ssh(SshAccess.builder().from(before).keysOnly(!passwords).build());
        root(passwords);
        List<String> told = new ArrayList<>();
        for (String key : TOLD) {
            String value = sshd.getOrDefault(key, "none");
            if (!USUAL.contains(value)) {
                told.add(key + " " + value);
            }
        }
        List<String> ports = List.of(sshd.getOrDefault("port", "22").split(", ", -1));
        if (ports.size() > 1) {
            told.add("port " + String.join(" and ", ports));
        }
        if (!told.isEmpty()) {
            findings.add(
                    SurveyCode.NOT_CARRIED,
                    "sshd is told what Tapbot has no words for: " + Texts.some(told) + ".",
                    "A server made from the source would be without it.",
                    "Keep it in a file of its own below /etc/ssh/sshd_config.d; Tapbot leaves it alone.");
        }
    }

    private boolean isOn(String key) {
        return survey.sshd().getOrDefault(key, "no").equals("yes");
    }

    private void root(boolean passwords) {
        boolean root = survey.accounts().stream()
                .anyMatch(account -> account.isRoot() && account.password() == Account.Password.SET);
        if (passwords && root && isOn("permitrootlogin")) {
            findings.ofUser(
                    SurveyCode.ROOT_PASSWORD,
                    "root",
                    "root may log in by SSH with a password, and has one.",
                    "Robots guess it all day long, and whoever finds it owns the server.",
                    "Put your key into /root/.ssh/authorized_keys, try it, and apply a declaration without passwordsToo(): sshd then takes keys only.");
        }
    }
}
