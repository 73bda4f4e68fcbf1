package kz.tapbot.runtime.cli;

import kz.tapbot.runtime.cli.internal.output.Paint;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.prove.ProofReport;

/** {@code prove}: claims that do not hold, then the count. */
final class ProveVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        Servers servers = Servers.standing(in, EventListener.NONE);
        ProofReport proof = servers.runtime().prove(servers.topology());
        ExitCode code = code(proof);
        if (in.json()) {
            in.outExactly(in.document(code).put("proof", ApplyJson.of(proof)).pretty());
        } else {
            print(in, proof);
        }
        return code;
    }

    static ExitCode code(ProofReport proof) {
        return proof.holds() ? ExitCode.DONE : ExitCode.RULE_VIOLATED;
    }

    static void print(Invocation in, ProofReport proof) {
        in.out((proof.holds() ? Paint.GREEN : Paint.RED).on(proof.toString(), in.colour()));
    }
}
