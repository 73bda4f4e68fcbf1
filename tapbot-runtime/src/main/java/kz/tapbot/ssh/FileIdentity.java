package kz.tapbot.ssh;

import com.hierynomus.sshj.common.KeyDecryptionFailedException;
import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.userauth.keyprovider.OpenSSHKeyV1KeyFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.security.PrivateKey;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.signature.Signature;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;

/** A key in a file of OpenSSH's own format. */
final class FileIdentity implements Identity {

    private static final long MOST_OF_A_FILE = 65_536;

    private final byte[] blob;
    private final PrivateKey key;
    private final KeyType type;

    private FileIdentity(byte[] blob, PrivateKey key, KeyType type) {
        this.blob = blob;
        this.key = key;
        this.type = type;
    }

    static FileIdentity read(SshLogin.KeyFile login) throws LoginRefusedException {
        try {
            if (Files.size(login.file()) > MOST_OF_A_FILE) {
                throw new LoginRefusedException("The file " + login.file() + " is too large for a private key.", null);
            }
            try (Reader reader = Files.newBufferedReader(login.file(), java.nio.charset.StandardCharsets.ISO_8859_1)) {
                OpenSSHKeyV1KeyFile file = new OpenSSHKeyV1KeyFile();
                file.init(reader, null, new Asked(login.passphrase()));
                KeyType type = file.getType();
                if (type != KeyType.ED25519 && type != KeyType.RSA) {
                    throw unreadable(
                            login, "only Ed25519 and RSA keys are read from files, and this is one of type " + type);
                }
                byte[] blob =
                        new Buffer.PlainBuffer().putPublicKey(file.getPublic()).getCompactData();
                return new FileIdentity(blob, file.getPrivate(), type);
            }
        } catch (LoginRefusedException e) {
            throw e;
        } catch (java.nio.file.NoSuchFileException e) {
            throw unreadable(login, "there is no such file");
        } catch (java.nio.file.AccessDeniedException e) {
            throw unreadable(login, "reading it is not allowed");
        } catch (KeyDecryptionFailedException e) {
            throw unreadable(
                    login,
                    login.passphrase().isPresent() ? "the passphrase is not the right one" : "it has a passphrase");
        } catch (IOException | RuntimeException e) {
            // The text of the cause may quote the file.
            throw unreadable(login, "it is no private key in OpenSSH's format (\"BEGIN OPENSSH PRIVATE KEY\")");
        }
    }

    private static LoginRefusedException unreadable(SshLogin.KeyFile login, String why) {
        return new LoginRefusedException("The key file " + login.file() + " cannot be used: " + why + ".", null);
    }

    @Override
    public byte[] blob() {
        return blob;
    }

    @Override
    public byte[] sign(byte[] data) {
        Signature signature = (type == KeyType.RSA ? KeyAlgorithms.RSASHA512() : KeyAlgorithms.EdDSA25519())
                .create()
                .newSignature();
        signature.initSign(key);
        signature.update(data);
        return Identity.named(algorithm(), signature.encode(signature.sign()));
    }

    private record Asked(Optional<Passphrase> passphrase) implements PasswordFinder {

        @Override
        public char[] reqPassword(Resource<?> resource) {
            return passphrase.map(Passphrase::characters).orElseGet(() -> new char[0]);
        }

        @Override
        public boolean shouldRetry(Resource<?> resource) {
            return false;
        }
    }
}
