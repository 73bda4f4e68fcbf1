package kz.tapbot.mistake;

import java.util.List;

/**
 * One that cannot be said, so that {@code javac} refuses it.
 *
 * @param number its place among the accidents
 * @param title what it is, in a few words
 * @param wrong the statement that does not compile
 * @param right one that does, and says what is meant
 */
record UnsaidAccident(int number, String title, String wrong, String right) {

    static List<UnsaidAccident> all() {
        return List.of(
                new UnsaidAccident(
                        1,
                        "Dozzle without a login",
                        "server.run(Dozzle.version(\"8.14.6\").on(web).servedBy(proxy, host, admins));",
                        "server.run(Dozzle.version(\"8.14.6\").on(web).servedBy(proxy, host, login, admins));"),
                new UnsaidAccident(
                        5,
                        "a network by a name that is not its own",
                        "server.container(\"a\", Image.of(\"example/a:1.0\"), c -> c.joins(\"web\"));",
                        "server.container(\"a\", Image.of(\"example/a:1.0\"), c -> c.joins(web));"),
                new UnsaidAccident(
                        6,
                        "PostgreSQL published",
                        "server.run(Postgres.version(\"16.9\").on(web).publishes(Port.tcp(5432)));",
                        "server.run(Postgres.version(\"16.9\").on(web));"),
                new UnsaidAccident(
                        13,
                        "a password where a secret belongs",
                        "ProxyLogin.of(\"admin\", \"hunter2\");",
                        "ProxyLogin.of(\"admin\", Secret.generated(\"logs-login\"));"),
                new UnsaidAccident(
                        16,
                        "a line piped into `crontab -`, which erases the others",
                        "server.crontab(\"0 2 * * * /usr/local/bin/backup\");",
                        "backup.dailyAt(\"02:00\");"),
                new UnsaidAccident(
                        17,
                        "a line of sudo with a wildcard",
                        "delegate.sudo(\"/usr/bin/tail /var/log/*\");",
                        "delegate.mayInspect();"),
                new UnsaidAccident(
                        23,
                        "a hash in place of a password",
                        "ProxyLogin.of(\"admin\", \"$2y$10$92IXUNpkjO0rOQ5byMi.Ye\");",
                        "ProxyLogin.of(\"admin\", Secret.generated(\"logs-login\"));"));
    }

    @Override
    public String toString() {
        return number + ": " + title;
    }
}
