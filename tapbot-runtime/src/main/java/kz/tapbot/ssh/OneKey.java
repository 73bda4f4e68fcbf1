package kz.tapbot.ssh;

import java.io.IOException;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/** Logs in with one key, signed at once instead of asking first whether it would do (RFC 4252, section 7). */
final class OneKey extends AbstractAuthMethod {

    private final Identity identity;

    OneKey(Identity identity) {
        super("publickey");
        this.identity = identity;
    }

    @Override
    protected SSHPacket buildReq() throws UserAuthException {
        SSHPacket packet = super.buildReq()
                .putBoolean(true)
                .putString(identity.algorithm())
                .putBytes(identity.blob());
        byte[] signed = new Buffer.PlainBuffer()
                .putBytes(params.getTransport().getSessionID())
                .putBuffer(packet)
                .getCompactData();
        try {
            return packet.putBytes(identity.sign(signed));
        } catch (IOException e) {
            throw new UserAuthException(e.getMessage(), e);
        }
    }
}
