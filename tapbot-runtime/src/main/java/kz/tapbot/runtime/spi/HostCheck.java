package kz.tapbot.runtime.spi;

import java.util.Optional;
import kz.tapbot.model.name.Address;

/**
 * Something that a finished server has to show, whoever changed what on it.
 *
 * @param about what it is about
 * @param sentence it in a sentence
 * @param expected what would be seen if it held
 * @param wrong what was seen instead, if it does not
 * @param unknown why it cannot be told whether it does, if it cannot
 */
public record HostCheck(
        Address about, String sentence, String expected, Optional<String> wrong, Optional<String> unknown) {}
