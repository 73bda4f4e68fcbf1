package kz.tapbot.ssh;

import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.ChachaPolyCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.mac.Macs;
import java.util.List;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.ConfigImpl;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.LoggerFactory;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.transport.compression.NoneCompression;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.KeyExchange;
import net.schmizz.sshj.transport.random.JCERandom;
import net.schmizz.sshj.transport.random.SingletonRandomFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/**
 * Modern algorithms only, all from the JDK, and no log: sshj's shows commands, and at its finest every byte that is sent and received. What went
 * wrong is in our exceptions.
 */
final class QuietConfig extends ConfigImpl {

    static {
        // Else sshj looks for BouncyCastle and registers it for the whole JVM.
        SecurityUtils.setRegisterBouncyCastle(false);
    }

    /** With those host key algorithms, the preferred first. */
    QuietConfig(List<Factory.Named<com.hierynomus.sshj.key.KeyAlgorithm>> hostKeys) {
        setLoggerFactory(new Silent());
        setVersion("Tapbot");
        setKeyExchangeFactories(exchanges());
        setKeyAlgorithms(hostKeys);
        setRandomFactory(new SingletonRandomFactory(new JCERandom.Factory()));
        setFileKeyProviderFactories(List.of());
        setCipherFactories(List.of(
                GcmCiphers.AES256GCM(),
                GcmCiphers.AES128GCM(),
                ChachaPolyCiphers.CHACHA_POLY_OPENSSH(),
                com.hierynomus.sshj.transport.cipher.BlockCiphers.AES256CTR(),
                com.hierynomus.sshj.transport.cipher.BlockCiphers.AES128CTR()));
        setMACFactories(List.of(Macs.HMACSHA2256Etm(), Macs.HMACSHA2512Etm()));
        setCompressionFactories(List.of(new NoneCompression.Factory()));
        setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
    }

    static List<Factory.Named<KeyExchange>> exchanges() {
        return List.of(
                new Curve25519SHA256.Factory(),
                new Curve25519SHA256.FactoryLibSsh(),
                DHGroups.Group16SHA512(),
                DHGroups.Group18SHA512());
    }

    /** Ed25519, then RSA with SHA-2. */
    static List<Factory.Named<com.hierynomus.sshj.key.KeyAlgorithm>> trustedTypes() {
        return List.of(KeyAlgorithms.EdDSA25519(), KeyAlgorithms.RSASHA512(), KeyAlgorithms.RSASHA256());
    }

    private static final class Silent implements LoggerFactory {

        @Override
        public Logger getLogger(String name) {
            return NOPLogger.NOP_LOGGER;
        }

        @Override
        public Logger getLogger(Class<?> type) {
            return NOPLogger.NOP_LOGGER;
        }
    }
}
