package kz.tapbot.dsl;

import java.util.Optional;
import kz.tapbot.model.backup.Destination;

/**
 * A bucket of an S3-compatible store.
 *
 * @param bucket its name
 * @param endpoint the https address of the store; absent for Amazon's own
 * @param accessKey the key's id
 * @param secretKey the key's secret
 */
public record S3(String bucket, Optional<String> endpoint, Optional<Secret> accessKey, Optional<Secret> secretKey)
        implements BackupDestination {

    /**
     * Checks the bucket and the endpoint.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if either is not allowed
     */
    public S3 {
        new Destination.S3(bucket, endpoint, Optional.empty(), Optional.empty());
    }

    /** A bucket. */
    public static S3 bucket(String bucket) {
        return new S3(bucket, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same bucket at another store, for example {@code https://s3.example.com}. */
    public S3 at(String endpoint) {
        return new S3(bucket, Optional.of(endpoint), accessKey, secretKey);
    }

    /** The same bucket, with the id of the key that may write to it. */
    public S3 accessKey(Secret accessKey) {
        return new S3(bucket, endpoint, Optional.of(accessKey), secretKey);
    }

    /** The same bucket, with the secret of the key that may write to it. */
    public S3 secretKey(Secret secretKey) {
        return new S3(bucket, endpoint, accessKey, Optional.of(secretKey));
    }
}
