package kz.tapbot.runtime.docker;

import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.docker.http.Dialers;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.DestroyOptions;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.StalePlanException;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanOptions;

/** A program that applies or destroys {@link KilledShop} and is killed at a point of it; says how many points there were if it is not. */
final class KilledRun {

    private KilledRun() {}

    public static void main(String[] args) {
        KillingDialer dialer = KillingDialer.killing(Dialers.at(URI.create(args[0])), Integer.parseInt(args[2]));
        TapbotRuntime runtime = runtime(dialer);
        ApplyReport report = Undertaking.valueOf(args[1]).run(runtime);
        System.out.println(report.isDone() ? "points " + dialer.points() : report.toString());
        System.exit(0);
    }

    /** A runtime with the secret. */
    static TapbotRuntime runtime(Dialer dialer) {
        return TapbotRuntime.builder()
                .driver(new DockerDriver((Function<Server, Dialer>) any -> dialer))
                .environment(Map.of("TOKEN", KilledShop.TOKEN)::get)
                .who("tester@here")
                .build();
    }

    /** What somebody else's container is taken over with. */
    static final PlanOptions ADOPT_PAGE = PlanOptions.STANDARD.adopt(Address.parse("container:box/page"));

    /** What a process does. */
    enum Undertaking {
        APPLY,
        UPDATE,
        DESTROY,
        /** Takes over the container {@code page} of somebody else. */
        ADOPT;

        /** Those that are killed. */
        static final Set<Undertaking> KILLED = EnumSet.complementOf(EnumSet.of(ADOPT));

        Topology topology() {
            return this == APPLY || this == ADOPT ? KilledShop.first() : KilledShop.second();
        }

        ApplyReport run(TapbotRuntime runtime) {
            if (this == ADOPT) {
                Plan plan = runtime.plan(topology(), ADOPT_PAGE);
                return runtime.apply(topology(), plan, ADOPT_PAGE, ApplyOptions.standard());
            }
            if (this != DESTROY) {
                return runtime.apply(topology(), ApplyOptions.standard());
            }
            DestroyOptions all = DestroyOptions.keepData();
            StalePlanException stale = null;
            for (int tries = 0; tries < 5; tries++) {
                try {
                    return runtime.destroy(
                            topology(), runtime.planDestroy(topology(), all), all, ApplyOptions.standard());
                } catch (StalePlanException e) {
                    // The engine was still at what a run had asked for before it was cut off.
                    stale = e;
                }
            }
            throw new IllegalStateException(stale);
        }
    }
}
