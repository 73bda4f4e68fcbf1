package kz.tapbot.rule.internal;

import kz.tapbot.rule.Subject;
import kz.tapbot.rule.syntax.ShouldConjunction;
import kz.tapbot.rule.syntax.UsersShould;

/** The words by which something is demanded of users. */
final class UsersDemands implements UsersShould {

    private final Demanding<Subject.OfUser, UsersShould> demanding;

    UsersDemands(Demanding<Subject.OfUser, UsersShould> demanding) {
        this.demanding = demanding;
    }

    @Override
    public ShouldConjunction<Subject.OfUser, UsersShould> haveKeys() {
        return demanding.must(Users.KEYS);
    }

    @Override
    public ShouldConjunction<Subject.OfUser, UsersShould> expire() {
        return demanding.must(Users.EXPIRE);
    }

    @Override
    public ShouldConjunction<Subject.OfUser, UsersShould> onlyRestart(String... units) {
        return demanding.must(Users.onlyRestart(units));
    }
}
