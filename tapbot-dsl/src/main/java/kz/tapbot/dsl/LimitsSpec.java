package kz.tapbot.dsl;

import kz.tapbot.model.service.UlimitKind;
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

    /**
     * Says one limit of the kernel on each of its processes, soft and hard alike; the engine's default if not said.
     *
     * @param most in the unit of the kind, or {@link kz.tapbot.model.service.Ulimit#UNLIMITED}
     */
    LimitsSpec ulimit(UlimitKind kind, long most);

    /** Says the same with a soft limit that holds at first, and a hard one to which a process may raise it. */
    LimitsSpec ulimit(UlimitKind kind, long soft, long hard);

    /** Says how large a log file grows and how many are kept; three of 10 MiB if not said. */
    LimitsSpec logs(DataSize file, int files);
}
