package kz.tapbot.validate.internal.secrets;

import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2705, lesson 23: a hash copied from a tutorial was the hash of the word "password". */
final class Known {

    private Known() {}

    static void tell(Findings findings, Subject said, String where) {
        findings.add(TopologyCode.SECRET_KNOWN, said, """
                {} has in {}
                a password, key or hash that stands in tutorials or on every list of passwords.
                It is among the first that strangers try, so it protects nothing; a hash hides a known password from nobody.
                Let one be generated on the server, and refer to it:
                    Secret.generated("admin-password")
                """, said, where);
    }
}
