package kz.tapbot.mistake;

import java.util.List;

/**
 * One that no declaration shows, and that cannot come about by what Tapbot does.
 *
 * @param number its place among the accidents
 * @param title what it is, in a few words
 * @param instead what is so without a word
 * @param file the test that holds it, from the root of the project
 * @param test its name
 */
record Prevented(int number, String title, String instead, String file, String test) {

    private static final String ESTATE = "examples/src/test/java/kz/tapbot/examples/estate/";
    private static final String RUNTIME = "tapbot-runtime/src/test/java/kz/tapbot/runtime/";

    static List<Prevented> all() {
        return List.of(
                new Prevented(
                        2,
                        "an administrator who is banned",
                        "whoever is declared to administer, and the servers themselves, stand on the list of those who are not",
                        RUNTIME + "lower/LoweringTest.java",
                        "administrators_and_servers_are_never_banned"),
                new Prevented(
                        3,
                        "Docker publishes around UFW",
                        "what is published answers those it is declared for, whoever starts, reloads or restarts what",
                        ESTATE + "EstateOnTwoServersTest.java",
                        "it_stands_after_one_apply_and_only_what_is_declared_answers_whatever_happens_to_the_servers"),
                new Prevented(
                        9,
                        "certificates that cannot be issued, as port 80 is closed",
                        "a proxy of ours publishes 80; one of your own that does not is told ([TB2510](diagnostics.md#tb2510-certificates-cannot-be-issued))",
                        "tapbot-dsl/src/test/java/kz/tapbot/validate/RoutesFindingsTest.java",
                        "a_closed_port_80_is_told_where_certificates_are_issued"),
                new Prevented(
                        26,
                        "logs of containers fill the disk",
                        "the logs of every container and of the engine are rotated",
                        "tapbot-dsl/src/test/java/kz/tapbot/mistake/AccidentsTest.java",
                        "nobody_has_to_think_of_the_logs_of_a_container"),
                new Prevented(
                        27,
                        "documents say one thing and servers another",
                        "the table of ports is made from the declaration, and held by a test",
                        ESTATE + "TapbotKzEstateTest.java",
                        "the_port_map_is_the_one_that_people_know"));
    }

    /** The test, for the page. */
    String heldBy() {
        return "`" + file.substring(file.lastIndexOf('/') + 1).replace(".java", "") + "`";
    }

    @Override
    public String toString() {
        return number + ": " + title;
    }
}
