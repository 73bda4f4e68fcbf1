package kz.tapbot.runtime.host.internal.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.spi.HostCheck;

/** Collects what one server has to show. */
final class CheckList {

    private final ServerName server;
    private final List<HostCheck> all = new ArrayList<>();

    CheckList(ServerName server) {
        this.server = server;
    }

    /** Of the server as a whole. */
    Address about() {
        return Address.of("server", server);
    }

    /** One that holds if nothing is wrong. */
    void add(String sentence, String expected, List<String> wrong) {
        add(sentence, expected, wrong, Optional.empty());
    }

    /** The same, where it may be that not all of it could be looked at. */
    void add(String sentence, String expected, List<String> wrong, Optional<String> unknown) {
        add(
                about(),
                sentence,
                expected,
                wrong.isEmpty() ? Optional.empty() : Optional.of(Texts.some(wrong)),
                wrong.isEmpty() ? unknown : Optional.empty());
    }

    void add(Address about, String sentence, String expected, Optional<String> wrong, Optional<String> unknown) {
        all.add(new HostCheck(about, sentence, expected, wrong, unknown));
    }

    List<HostCheck> all() {
        return List.copyOf(all);
    }
}
