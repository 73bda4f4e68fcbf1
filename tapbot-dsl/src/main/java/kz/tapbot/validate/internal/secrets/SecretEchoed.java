package kz.tapbot.validate.internal.secrets;

import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SourceKind;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2706: a command that prints a literal is the literal by another name. */
final class SecretEchoed implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        for (SecretDeclaration secret : estate.topology().secrets()) {
            if (secret.source().kind() == SourceKind.COMMAND
                    && prints(secret.source().arguments().get(0))) {
                Subject said = Subject.of(secret.address(), secret.places(), "source");
                findings.add(TopologyCode.SECRET_ECHOED, said, """
                        The command of {} only prints what stands in it.
                        So the secret itself is in the source and its history, for everybody who reads these.
                        Take it out of the source now, change it where it is used, and read it from a store:
                            Secret.command("{}", Command.of("pass", "show", "tapbot/{}"))
                        """, said, secret.name(), secret.name());
            }
        }
    }

    private static boolean prints(String program) {
        String name = program.substring(program.lastIndexOf('/') + 1);
        return name.equals("echo") || name.equals("printf");
    }
}
