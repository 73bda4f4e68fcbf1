package kz.tapbot.validate.internal.secrets;

import java.util.Map;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2703 and TB2705: labels are printed by docker ps. */
final class SecretInLabel implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        for (Map.Entry<String, String> label : entry.service().labels().entrySet()) {
            judge(findings, entry, label.getKey(), label.getValue());
        }
    }

    private static void judge(Findings findings, ServiceEntry entry, String name, String value) {
        boolean means = SecretNames.meansSecret(name) && !SecretValues.isReference(value);
        if (SecretValues.isPublic(value) || means && SecretValues.isWeak(value)) {
            Known.tell(findings, said(entry, name), "its label " + name);
        } else if (means || SecretValues.hasHash(value) || SecretValues.hasPasswordInAddress(value)) {
            findings.add(
                    TopologyCode.SECRET_IN_LABEL,
                    said(entry, name),
                    """
                    {} has a password or its hash in its label {}.
                    Labels are in the source and its history, and whoever may list containers reads them.
                    Let the proxy ask for the login instead; it reads the hash from a file that only it can read:
                        Access.proxyLogin("admin", Secret.generated("{}-login"))
                    """,
                    entry.address(),
                    name,
                    entry.service().name());
        }
    }

    private static Subject said(ServiceEntry entry, String name) {
        return entry.at("labels." + name, "labels");
    }
}
