package kz.tapbot.service;

import java.util.Locale;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.Secret;
import kz.tapbot.model.place.SpeaksForCaller;

/** Secrets as files whose paths are told in variables that end in {@code _FILE}. */
@SpeaksForCaller
final class SecretFiles {

    private SecretFiles() {}

    /** Writes the secret for the user that reads it, and names the file in the variable. */
    static void put(ContainerSpec c, String variable, Secret secret, int user) {
        String path = path(variable);
        c.environment(variable + "_FILE", path).storage(storage -> storage.secretFile(path, secret, user));
    }

    static String path(String variable) {
        return "/run/secrets/" + variable.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
