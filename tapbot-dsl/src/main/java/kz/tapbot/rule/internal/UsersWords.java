package kz.tapbot.rule.internal;

import kz.tapbot.rule.Subject;
import kz.tapbot.rule.syntax.GivenConjunction;
import kz.tapbot.rule.syntax.UsersShould;
import kz.tapbot.rule.syntax.UsersThat;

/** The words by which users are chosen. */
final class UsersWords implements UsersThat {

    private final Choosing<Subject.OfUser, UsersThat, UsersShould> choosing;

    UsersWords(Choosing<Subject.OfUser, UsersThat, UsersShould> choosing) {
        this.choosing = choosing;
    }

    @Override
    public GivenConjunction<Subject.OfUser, UsersThat, UsersShould> areNamed(String... names) {
        return choosing.where(
                "are named " + Words.or(names),
                Words.named(names, user -> user.delegate().name().value()));
    }

    @Override
    public GivenConjunction<Subject.OfUser, UsersThat, UsersShould> areOn(String server) {
        return choosing.where(
                "are on server " + server, user -> user.server().name().value().equals(server));
    }
}
