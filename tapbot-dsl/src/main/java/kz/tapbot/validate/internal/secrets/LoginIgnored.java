package kz.tapbot.validate.internal.secrets;

import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2707, lesson 24: n8n removed N8N_BASIC_AUTH_* in version 1.0 ("n8n v1.0 migration guide"). */
final class LoginIgnored implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        String image = entry.service().image().value();
        int colon = image.lastIndexOf(':');
        if (image.startsWith("0.", colon + 1) || !image.contains("n8n")) {
            return;
        }
        for (String name : entry.service().environment().keySet()) {
            if (name.startsWith("N8N_BASIC_AUTH_")) {
                findings.add(
                        TopologyCode.LOGIN_IGNORED,
                        entry.at("environment." + name, "environment"),
                        """
                        {} sets {}, which n8n ignores since version 1.0.
                        The page looks protected in the declaration, and the first visitor becomes its owner.
                        Remove the N8N_BASIC_AUTH variables. n8n asks by its own login; let nobody else in until its owner exists:
                            Access.ownLogin().onlyFrom(admins)
                        """,
                        entry.address(),
                        name);
                break;
            }
        }
    }
}
