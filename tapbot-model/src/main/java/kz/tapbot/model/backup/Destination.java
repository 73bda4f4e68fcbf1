package kz.tapbot.model.backup;

import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.model.value.InvalidValueException;

/** Where copies go. */
public sealed interface Destination {

    /** Whether copies there outlive every server of the estate. */
    boolean offSite();

    /**
     * A directory of a server.
     *
     * @param server the server
     * @param path the directory
     */
    record Directory(ServerName server, HostPath path) implements Destination {
        @Override
        public boolean offSite() {
            return false;
        }

        @Override
        public String toString() {
            return server + ":" + path;
        }
    }

    /**
     * A bucket of an S3-compatible store.
     *
     * @param bucket its name
     * @param endpoint the https address of the store; absent for Amazon's own
     * @param accessKey the key's id
     * @param secretKey the key's secret
     */
    record S3(String bucket, Optional<String> endpoint, Optional<SecretName> accessKey, Optional<SecretName> secretKey)
            implements Destination {
        /** Checks bucket and endpoint. */
        public S3 {
            if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
                    || !endpoint.orElse("https://s3").matches("https://[A-Za-z0-9.:/_-]{1,500}")) {
                throw new InvalidValueException(
                        ModelCode.BAD_TEXT,
                        "A bucket has 3 to 63 lower-case letters, digits, dots and hyphens; an endpoint begins with https://.");
            }
        }

        /** A bucket with its credentials to be given. */
        public static S3 bucket(String bucket) {
            return new S3(bucket, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** The same bucket at another store. */
        public S3 at(String endpoint) {
            return new S3(bucket, Optional.of(endpoint), accessKey, secretKey);
        }

        @Override
        public boolean offSite() {
            return true;
        }

        @Override
        public String toString() {
            return "s3:" + bucket;
        }
    }

    /**
     * A directory of a host outside the estate, by SFTP.
     *
     * @param host the host
     * @param user the user
     * @param path the directory
     * @param key the private key
     */
    record Sftp(HostAddress host, String user, HostPath path, SecretName key) implements Destination {
        /** Checks the user. */
        public Sftp {
            if (!user.matches("[A-Za-z0-9._-]{1,64}")) {
                throw new InvalidValueException(
                        ModelCode.BAD_SYSTEM_NAME, "Not a user name: " + InvalidValueException.show(user) + ".");
            }
        }

        @Override
        public boolean offSite() {
            return true;
        }

        @Override
        public String toString() {
            return "sftp:" + user + "@" + host + path;
        }
    }
}
