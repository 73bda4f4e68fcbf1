package kz.tapbot.docker;

import kz.tapbot.model.value.Command;

/** Checks of health that pass when something really listens, by Perl, which the images of the tests have. */
public final class Listening {

    private Listening() {}

    /** By IPv4, at that port of TCP. */
    public static Command at(int port) {
        return Command.of("perl", "-MIO::Socket::INET", "-e", "exit !IO::Socket::INET->new(q(127.0.0.1:" + port + "))");
    }
}
