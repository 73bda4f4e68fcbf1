package kz.tapbot.service;

import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.HostRef;
import kz.tapbot.dsl.HostServiceRef;
import kz.tapbot.dsl.ServiceDefinition;
import kz.tapbot.dsl.Setting;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.SpeaksForCaller;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.model.value.InvalidValueException;

/**
 * Webmin on the server itself, by HTTPS only, on a port of one's own and for an address list. It rules over the whole server, and logs in
 * users of the system: {@code root} only if root has a password.
 *
 * @see <a href="https://webmin.com/docs/">Webmin, documentation</a>
 */
@SpeaksForCaller
public final class Webmin implements ServiceDefinition<HostServiceRef> {

    private static final int KNOWN_TO_ALL = 10_000;

    private static final HostPath CONFIG = HostPath.of("/etc/webmin/miniserv.conf");

    private static final HostPath SOURCE = HostPath.of("/etc/apt/sources.list.d/webmin.sources");

    private static final String KEY_BEGIN = "-----BEGIN PGP PUBLIC KEY BLOCK-----";
    private static final String KEY_END = "-----END PGP PUBLIC KEY BLOCK-----";

    private final Setting<Port> port;
    private final Setting<AddressSetRef[]> from;
    private final Optional<Setting<HostRef>> host;
    private final Optional<Setting<String>> key;

    private Webmin(
            Setting<Port> port,
            Setting<AddressSetRef[]> from,
            Optional<Setting<HostRef>> host,
            Optional<Setting<String>> key) {
        this.port = port;
        this.from = from;
        this.host = host;
        this.key = key;
    }

    /**
     * Webmin on that port, for those addresses only.
     *
     * @throws InvalidValueException if the port is 10000, which is tried by everybody who looks for Webmin
     */
    public static Webmin port(int port, AddressSetRef only, AddressSetRef... more) {
        if (port == KNOWN_TO_ALL) {
            throw new InvalidValueException(
                    ModelCode.BAD_PORT,
                    "Webmin's own port 10000 is attacked without pause. Take another that nothing else uses, for example:\n"
                            + "    Webmin.port(8441, admins)");
        }
        AddressSetRef[] all = new AddressSetRef[more.length + 1];
        all[0] = only;
        System.arraycopy(more, 0, all, 1, more.length);
        return new Webmin(Setting.here(Port.tcp(port)), Setting.here(all), Optional.empty(), Optional.empty());
    }

    /** Says the host name people use for it. */
    public Webmin host(HostRef name) {
        return new Webmin(port, from, Optional.of(Setting.here(name)), key);
    }

    /**
     * Gets the package from the vendor's archive, signed by that key; Debian and Ubuntu do not have it. Without, the server must have a source
     * of its own for it.
     *
     * @param armored the vendor's public key as text, whose fingerprint you have compared
     * @throws InvalidValueException if it is not one PGP public key block
     * @see <a href="https://webmin.com/download">Webmin, download</a>
     */
    public Webmin packagesSignedBy(String armored) {
        String text = armored.strip();
        boolean plain = text.chars().allMatch(c -> c == '\n' || c == '\r' || c >= ' ' && c < 0x7f);
        if (!plain || !text.startsWith(KEY_BEGIN) || text.indexOf(KEY_END) != text.length() - KEY_END.length()) {
            throw new InvalidValueException(
                    ModelCode.BAD_TEXT,
                    "The key of a package archive is one block of text from \"" + KEY_BEGIN + "\" to \"" + KEY_END
                            + "\".");
        }
        return new Webmin(port, from, host, Optional.of(Setting.here(text)));
    }

    @Override
    public HostServiceRef declare(Declaration on) {
        return on.hostService(
                on.name("webmin"), PackageName.of("webmin"), UnitName.of("webmin.service"), port.value(), s -> {
                    s.kind("webmin").file(CONFIG, Content.text(config()), FileMode.of("0600"));
                    s.apply(from, (spec, sets) -> spec.openTo(sets));
                    key.ifPresent(text -> s.apply(
                            text,
                            (spec, armored) -> spec.file(SOURCE, Content.text(source(armored)), FileMode.ALL_READ)));
                    host.ifPresent(name -> s.apply(name, (spec, to) -> spec.host(to)));
                });
    }

    /** The key stands in the source itself (sources.list(5), {@code Signed-By}), so that it is good for this archive only. */
    private static String source(String armored) {
        StringBuilder out = new StringBuilder("""
                # Written by Tapbot. Changes are lost; declare them instead.
                Types: deb
                URIs: https://download.webmin.com/download/newkey/repository
                Suites: stable
                Components: contrib
                Signed-By:
                """);
        armored.lines()
                .forEach(line ->
                        out.append(' ').append(line.isBlank() ? "." : line).append('\n'));
        return out.toString();
    }

    /**
     * The whole configuration of Webmin's own web server, with what the package's setup writes ({@code setup.sh}) but for four things: the
     * port, no TLS before 1.2, no answer to searches by UDP ({@code listen}), and one hour of ban after five failed logins.
     */
    private String config() {
        return """
                port={port}
                root=/usr/share/webmin
                mimetypes=/usr/share/webmin/mime.types
                addtype_cgi=internal/cgi
                realm=Webmin Server
                logfile=/var/webmin/miniserv.log
                errorlog=/var/webmin/miniserv.error
                pidfile=/var/webmin/miniserv.pid
                logtime=168
                logclear=1
                log=1
                syslog=1
                ssl=1
                ssl_enforce=1
                ssl_hsts=1
                ssl_honorcipherorder=1
                no_ssl2=1
                no_ssl3=1
                no_tls1=1
                no_tls1_1=1
                no_sslcompression=1
                keyfile=/etc/webmin/miniserv.pem
                ipv6=1
                env_WEBMIN_CONFIG=/etc/webmin
                env_WEBMIN_VAR=/var/webmin
                atboot=1
                logout=/etc/webmin/logout-flag
                denyfile=\\.pl$
                nolistdir=1
                blockhost_failures=5
                blockhost_time=3600
                passdelay=1
                session=1
                premodules=WebminCore
                preroot=authentic-theme
                userfile=/etc/webmin/miniserv.users
                passwd_file=/etc/shadow
                passwd_uindex=0
                passwd_pindex=1
                passwd_cindex=2
                passwd_mindex=4
                passwd_mode=0
                """.replace("{port}", Integer.toString(port.value().number()));
    }
}
