package kz.tapbot.dsl;

import kz.tapbot.model.value.Bandwidth;
import kz.tapbot.model.value.MonthlyCost;

/** The scope of who a server is rented from. */
public interface ProviderSpec extends Scope<ProviderSpec> {

    /** Says where its machines stand. */
    ProviderSpec location(String place);

    /** Says what the machine costs a month. */
    ProviderSpec cost(MonthlyCost cost);

    /** Says the rate of its uplink. */
    ProviderSpec bandwidth(Bandwidth rate);
}
