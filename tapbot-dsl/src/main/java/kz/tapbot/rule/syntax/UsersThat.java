package kz.tapbot.rule.syntax;

import kz.tapbot.rule.Subject;

/** Says which users; in quotes the words of the sentence. */
public interface UsersThat {

    /** Chooses by name: "are named monitor". */
    GivenConjunction<Subject.OfUser, UsersThat, UsersShould> areNamed(String... names);

    /** Chooses by server: "are on server data". */
    GivenConjunction<Subject.OfUser, UsersThat, UsersShould> areOn(String server);
}
