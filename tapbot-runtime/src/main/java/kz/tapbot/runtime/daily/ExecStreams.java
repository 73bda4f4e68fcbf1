package kz.tapbot.runtime.daily;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * What a command in a container reads from and writes to: bytes as they are, not made safe to show.
 *
 * @param in what it reads from standard input, to its end; nothing if absent. A read that blocks may outlast the command
 * @param out where its standard output goes
 * @param err where its standard error goes
 */
public record ExecStreams(Optional<InputStream> in, OutputStream out, OutputStream err) {}
