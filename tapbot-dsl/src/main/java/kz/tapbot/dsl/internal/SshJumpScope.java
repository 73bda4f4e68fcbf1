package kz.tapbot.dsl.internal;

import java.util.Optional;
import kz.tapbot.dsl.DslCode;
import kz.tapbot.dsl.SshJumpSpec;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.model.server.SshJump;

/** The scope of a machine that is logged in to first. */
final class SshJumpScope extends ScopeBase<SshJumpSpec> implements SshJumpSpec {

    private final SshJump.Builder builder = SshJump.builder();
    private boolean trusted;

    SshJumpScope(ScopeBase<?> outer, HostAddress host) {
        super(outer);
        builder.host(host);
    }

    @Override
    SshJumpSpec self() {
        return this;
    }

    @Override
    public SshJumpSpec hostKey(String... fingerprints) {
        note("ssh.jump.hostKeys");
        for (String fingerprint : fingerprints) {
            builder.addHostKeys(HostKeyFingerprint.of(fingerprint));
            trusted = true;
        }
        return this;
    }

    @Override
    public SshJumpSpec port(int port) {
        if (once("ssh.jump.port")) {
            builder.port(Port.tcp(port).number());
        }
        return this;
    }

    @Override
    public SshJumpSpec user(String name) {
        if (once("ssh.jump.user")) {
            SshAccess.checkUser(name);
            builder.user(name);
        }
        return this;
    }

    /** What was said; nothing, and a finding, if nobody could tell the machine from one that pretends to be it. */
    Optional<SshJump> jump(DeclaredAt at) {
        if (trusted) {
            return Optional.of(builder.build());
        }
        estate().report(DslCode.INCOMPLETE, notes().address(), """
                        The machine to log in to first has no host key, so that nobody could tell it from another.
                        Read it at the provider's console with ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub, and paste it:
                            .through(HostAddress.of("203.0.113.9"), jump -> jump.hostKey("SHA256:…"))""", at);
        return Optional.empty();
    }
}
