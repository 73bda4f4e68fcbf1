package kz.tapbot.runtime.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.runtime.memory.MemoryEstate;
import kz.tapbot.runtime.spi.Contents;

/** Contents in which every secret's value is its name, and public keys are known to all servers of an estate. */
final class PlainContents implements Contents {

    private static final Map<MemoryEstate, Map<Address, String>> KEYS = new WeakHashMap<>();

    private final Map<Address, String> publicKeys;

    /** For servers of an estate. */
    PlainContents(MemoryEstate estate) {
        synchronized (KEYS) {
            publicKeys = KEYS.computeIfAbsent(estate, first -> new ConcurrentHashMap<>());
        }
    }

    @Override
    public Optional<String> publicKey(Address key) {
        return Optional.ofNullable(publicKeys.get(key));
    }

    @Override
    public void tell(Address key, String publicHalf) {
        publicKeys.put(key, publicHalf);
    }

    @Override
    public String of(Content content) {
        return content.redacted();
    }

    @Override
    public String of(EnvironmentValue value) {
        return value(value);
    }

    @Override
    public byte[] bytes(Content content) {
        return content.redacted().getBytes(UTF_8);
    }

    @Override
    public String value(EnvironmentValue value) {
        return value.text().orElseGet(() -> "secret " + value.secret().orElseThrow());
    }

    @Override
    public String fingerprint(Content content, byte[] found) {
        return new String(found, UTF_8);
    }
}
