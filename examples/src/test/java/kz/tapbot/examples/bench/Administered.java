package kz.tapbot.examples.bench;

import java.util.List;
import java.util.stream.Collectors;
import kz.tapbot.lab.LabControl;
import kz.tapbot.lab.LabServer;

/** Servers of the lab as others administer them: Ansible in three ways, and one script by plain {@code ssh}. Times are taken on the machine that it is done from. */
final class Administered {

    /** How Ansible is run. */
    enum Ansible {
        /** As Debian's package comes. */
        DEFAULT("Ansible as it comes", ""),

        /** As its documentation tells whoever wants it fast. */
        TUNED(
                "Ansible tuned",
                "export ANSIBLE_PIPELINING=1 ANSIBLE_FORKS=20 ANSIBLE_GATHERING=explicit ANSIBLE_PYTHON_INTERPRETER=/usr/bin/python3"
                        + " ANSIBLE_SSH_ARGS='-o ControlMaster=auto -o ControlPersist=600s -o PreferredAuthentications=publickey'; "),

        /** The same with Mitogen's strategy. */
        MITOGEN(
                "Ansible with Mitogen",
                TUNED.environment
                        + "export ANSIBLE_STRATEGY=mitogen_linear"
                        + " ANSIBLE_STRATEGY_PLUGINS=/usr/lib/python3/dist-packages/ansible_mitogen/plugins/strategy; ");

        private final String title;
        private final String environment;

        Ansible(String title, String environment) {
            this.title = title;
            this.environment = environment;
        }

        String title() {
            return title;
        }
    }

    private static final String MASTER = "-o ControlMaster=auto -o ControlPath=/root/.ssh/race-%h ";

    private final LabControl control;
    private final List<LabServer> servers;

    Administered(LabControl control, List<LabServer> servers, String playbook, String check) {
        this.control = control;
        this.servers = servers;
        servers.forEach(control::knows);
        control.put(
                "/race/inventory",
                servers.stream()
                        .map(server -> server.address() + "\n")
                        .collect(Collectors.joining("", "[race]\n", "")));
        control.put("/race/playbook.yml", playbook);
        control.put("/race/check.sh", check);
    }

    String version() {
        return control.sh("ansible --version | head -n 1; dpkg-query -W -f '${Version}' ansible-mitogen")
                .replace('\n', ' ');
    }

    /** The seconds of one playbook run. */
    double play(Ansible how, boolean nothingToDo) {
        String good = nothingToDo ? "changed=0 .*unreachable=0 .*failed=0" : "unreachable=0 .*failed=0";
        return timed(
                how.environment + "cd /race && ansible-playbook -i inventory playbook.yml",
                "[ $(grep -c '" + good + "' /tmp/said) = " + servers.size() + " ]");
    }

    /** The seconds of the script, with a login a server. */
    double check() {
        return check("");
    }

    /** The seconds of the script, on connections that are open. */
    double checkConnected() {
        servers.forEach(server -> control.sh("ssh -O check " + MASTER + server.address() + " 2>/dev/null || ssh -fN "
                + MASTER + server.address() + " >/dev/null 2>&1"));
        return check(MASTER);
    }

    private double check(String options) {
        String all = servers.stream()
                .map(server -> "ssh " + options + server.address() + " /bin/sh </race/check.sh & ")
                .collect(Collectors.joining());
        return timed("(" + all + "wait)", "[ ! -s /tmp/said ]");
    }

    private double timed(String command, String good) {
        String said = control.sh("begin=$(date +%s%N); { " + command + "; } >/tmp/said 2>&1; end=$(date +%s%N); " + good
                + " || { cat /tmp/said; exit 1; }; echo $((end - begin))");
        return Long.parseLong(said.strip()) / 1e9;
    }
}
