package kz.tapbot.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.memory.MemoryEstate;
import kz.tapbot.runtime.spi.UnreachableException;
import org.junit.jupiter.api.Test;

/** A session that does not end well takes nothing of what was done from the report, and leaves no other server locked. */
class ClosingTest {

    private static final Topology SHOP = Shop.topology();

    private final MemoryEstate estate = MemoryEstate.create();

    @Test
    void a_connection_that_breaks_at_the_very_end_does_not_lose_the_report() {
        TapbotRuntime runtime = ending(() -> new UnreachableException("The connection is gone."));

        assertThat(runtime.apply(SHOP, ApplyOptions.standard()))
                .hasToString("Done: 10 done, 0 failed, 0 skipped in 0.0 s.");
        assertThat(runtime.plan(SHOP).isEmpty()).isTrue();
    }

    @Test
    void an_error_at_the_end_of_one_session_leaves_no_other_server_locked() {
        TapbotRuntime runtime = ending(() -> new AssertionError("a broken driver"));

        assertThatThrownBy(() -> runtime.apply(SHOP, ApplyOptions.standard())).hasMessage("a broken driver");
        TapbotRuntime other = runtime(() -> {});
        assertThat(other.lockHolders(SHOP)).isEmpty();
    }

    private TapbotRuntime ending(Supplier<Throwable> with) {
        return runtime(() -> ClosingTest.<RuntimeException>throwIt(with.get()));
    }

    private TapbotRuntime runtime(Runnable afterClosing) {
        return TapbotRuntime.builder()
                .driver(new SpoiltDriver(estate.driver(), () -> {}, afterClosing))
                .ticker(new EstateTicker(estate))
                .environment(World.ENVIRONMENT::get)
                .build();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void throwIt(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
