package kz.tapbot.runtime.compose.internal.read;

import kz.tapbot.runtime.compose.internal.yaml.Yaml;

/** Reads some of the keys of a service. */
interface Part {

    /** Reads the value if the key is one of its own; whether it is. */
    boolean take(Draft draft, String key, Yaml.Field field);
}
