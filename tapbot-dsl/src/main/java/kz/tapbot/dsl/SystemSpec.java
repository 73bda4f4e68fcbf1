package kz.tapbot.dsl;

import kz.tapbot.model.value.DataSize;

/** The scope of a server's system. */
public interface SystemSpec extends Scope<SystemSpec> {

    /** Says the time zone, which schedules are in; {@code UTC} if not said. For example {@code Asia/Almaty}. */
    SystemSpec timeZone(String id);

    /** Says the size of the swap file. */
    SystemSpec swap(DataSize size);

    /** Says a kernel setting, as sysctl(8) names it. */
    SystemSpec sysctl(String key, String value);

    /** Says packages that are installed. */
    SystemSpec packages(String... names);
}
