package kz.tapbot.dsl;

import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;

/** The scope of what a container may take. */
public interface LimitsSpec extends Scope<LimitsSpec> {

    /** Says the most memory, beyond which it is killed. */
    LimitsSpec memory(DataSize most);

    /** Says the most processor time. */
    LimitsSpec cpus(Cpus most);

    /** Says the most processes and threads. */
    LimitsSpec processes(int most);

    /** Says how large a log file grows and how many are kept; three of 10 MiB if not said. */
    LimitsSpec logs(DataSize file, int files);
}
