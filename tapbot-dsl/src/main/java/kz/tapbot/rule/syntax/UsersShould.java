package kz.tapbot.rule.syntax;

import kz.tapbot.rule.Subject;

/** Says what is demanded of users; in quotes the words of the sentence. */
public interface UsersShould {

    /** Demands that they can log in: "have keys". */
    ShouldConjunction<Subject.OfUser, UsersShould> haveKeys();

    /** Demands a last day: "expire". */
    ShouldConjunction<Subject.OfUser, UsersShould> expire();

    /** Demands that they restart nothing else: "only restart fail2ban and cron". */
    ShouldConjunction<Subject.OfUser, UsersShould> onlyRestart(String... units);
}
