package kz.tapbot.runtime.docker.internal.engine;

import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.model.AuthConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.docker.internal.registry.Credentials;
import kz.tapbot.runtime.docker.internal.registry.Patience;
import kz.tapbot.runtime.docker.internal.registry.Registry;
import kz.tapbot.runtime.event.RuntimeEvent;
import kz.tapbot.runtime.operation.PullImage;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.OperationFailedException;

/**
 * Has the engine pull an image, and waits as a busy registry asks. The engine does not pass on for how long that is, so that the registry is asked again, for the
 * same manifest.
 */
final class Pulling {

    private static final Pattern BUSY =
            Pattern.compile("toomanyrequests|too many requests|429|503|service unavailable", Pattern.CASE_INSENSITIVE);

    private final Bench bench;

    Pulling(Bench bench) {
        this.bench = bench;
    }

    void pull(PullImage operation) {
        Image image = operation.image();
        if (isThere(image)) {
            return;
        }
        Optional<Credentials> credentials =
                Credentials.of(operation.login(), bench.context().contents());
        Patience patience = new Patience();
        while (true) {
            try {
                ask(operation, credentials);
                return;
            } catch (OperationFailedException e) {
                Duration wait = wait(image, credentials, e).orElseThrow(() -> e);
                if (!patience.allows(wait)) {
                    throw new OperationFailedException(String.valueOf(e.getMessage())
                                    .replaceAll("\\.$", "") + "; " + Patience.refusal(wait) + ".");
                }
                bench.context().listener().on(new RuntimeEvent.RegistryBusy(operation.address(), image.value(), wait));
                patience.await(wait);
            }
        }
    }

    private boolean isThere(Image image) {
        return bench.engine()
                .find(
                        doing(image),
                        () -> bench.engine()
                                .client()
                                .inspectImageCmd(image.value())
                                .exec())
                .isPresent();
    }

    private static Optional<Duration> wait(
            Image image, Optional<Credentials> credentials, OperationFailedException failure) {
        boolean busy = BUSY.matcher(String.valueOf(failure.getMessage())).find();
        return busy ? Registry.askedToWait(image, credentials) : Optional.empty();
    }

    private void ask(PullImage operation, Optional<Credentials> credentials) {
        Image image = operation.image();
        PullWatch watch =
                new PullWatch(operation.address(), image, bench.context().listener(), System::nanoTime);
        bench.engine().ask(doing(image), () -> {
            try {
                PullImageCmd command = bench.engine()
                        .client()
                        .pullImageCmd(image.digest()
                                .map(digest -> image.name() + "@" + digest)
                                .orElse(image.value()));
                credentials.ifPresent(login -> command.withAuthConfig(new AuthConfig()
                        .withRegistryAddress(image.registry().value())
                        .withUsername(login.user())
                        .withPassword(login.password())));
                return command.exec(watch).awaitCompletion();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationFailedException(doing(image) + " was interrupted.");
            } catch (DockerClientException e) {
                throw new OperationFailedException(
                        doing(image) + " failed: " + Cleaned.line(String.valueOf(e.getMessage()))
                                + ". Check the name and the tag; what runs was not touched.");
            }
        });
        watch.ended();
    }

    private static String doing(Image image) {
        return "Pulling " + image;
    }
}
