package kz.tapbot.runtime.host.internal.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import kz.tapbot.model.server.Server;

/** What sshd has to show, by its settings in effect. */
final class SshChecks {

    private static final List<String> ALGORITHMS = List.of(
            "ciphers",
            "macs",
            "kexalgorithms",
            "hostkeyalgorithms",
            "pubkeyacceptedalgorithms",
            "casignaturealgorithms");

    /**
     * What is broken, and what OpenSSH has therefore ceased to offer by itself or altogether (openssh.com/releasenotes.html): CBC and RC4 since 6.7, for the plain text
     * that leaks (CVE-2008-5161) and for biases of RC4 (RFC 8758); DSA since 7.0; MACs by MD5, RIPEMD or cut off at 96 bits since 7.2; key exchange signed over SHA-1, or in
     * a group of 1024 bits, since 7.0 and 8.2 (RFC 9142); signatures by RSA over SHA-1 since 8.8, whose collisions can be bought. The program ssh-audit fails the same.
     *
     * <p>The line is drawn at what OpenSSH itself no longer offers: {@code hmac-sha1}, {@code umac-64} and the curves of NIST, which ssh-audit names as well, are defaults
     * of the systems that Tapbot knows, and nobody has broken them in this use.
     */
    private static final Set<String> BROKEN = Set.of(
            "none",
            "3des-cbc",
            "aes128-cbc",
            "aes192-cbc",
            "aes256-cbc",
            "rijndael-cbc@lysator.liu.se",
            "blowfish-cbc",
            "cast128-cbc",
            "arcfour",
            "arcfour128",
            "arcfour256",
            "hmac-md5",
            "hmac-md5-96",
            "hmac-md5-etm@openssh.com",
            "hmac-md5-96-etm@openssh.com",
            "hmac-ripemd160",
            "hmac-ripemd160@openssh.com",
            "hmac-ripemd160-etm@openssh.com",
            "hmac-sha1-96",
            "hmac-sha1-96-etm@openssh.com",
            "diffie-hellman-group1-sha1",
            "diffie-hellman-group14-sha1",
            "diffie-hellman-group-exchange-sha1",
            "ssh-dss",
            "ssh-dss-cert-v01@openssh.com",
            "ssh-rsa",
            "ssh-rsa-cert-v01@openssh.com");

    private final Server server;
    private final SortedMap<String, String> sshd;
    private final Examination examination;
    private final CheckList checks;

    SshChecks(Server server, Survey survey, Examination examination, CheckList checks) {
        this.server = server;
        this.sshd = survey.sshd();
        this.examination = examination;
        this.checks = checks;
    }

    void add() {
        if (server.ssh().keysOnly()) {
            passwords();
        }
        cryptography();
    }

    private void passwords() {
        List<String> wrong = new ArrayList<>();
        for (String key : List.of("kbdinteractiveauthentication", "passwordauthentication")) {
            String value = sshd.getOrDefault(key, "not told");
            if (!value.equals("no")) {
                wrong.add(key + " " + value);
            }
        }
        wrong.addAll(examination.passwordsOf());
        checks.add("sshd of server " + server.name() + " takes no passwords.", "keys only", wrong);
    }

    private void cryptography() {
        List<String> wrong = new ArrayList<>();
        if (sshd.isEmpty()) {
            wrong.add("it does not tell what it offers");
        }
        for (String key : ALGORITHMS) {
            Arrays.stream(sshd.getOrDefault(key, "").split("[, ]+", -1))
                    .filter(BROKEN::contains)
                    .forEach(each -> wrong.add(each + " (" + key + ")"));
        }
        checks.add("sshd of server " + server.name() + " offers no broken cryptography.", "none", wrong);
    }
}
