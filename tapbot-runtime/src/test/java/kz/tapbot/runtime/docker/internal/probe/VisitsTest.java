package kz.tapbot.runtime.docker.internal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import kz.tapbot.runtime.spi.ProbeResult.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How answers are judged; how they are got is tried on a real engine. */
class VisitsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "401 Unauthorized|                                                     | LOGIN",
                "403 Forbidden   |                                                     | CLOSED",
                "404 Not Found   |                                                     | CLOSED",
                "502 Bad Gateway |                                                     | CLOSED",
                "302 Found       |                                                     | UNKNOWN",
                "200 OK          | <form><INPUT name=p TYPE='password'></form>         | LOGIN",
                "200 OK          | <head><title>App</title></head><div id=app></div><script src=a></script> | UNKNOWN",
                "200 OK          | <h1>Hello</h1><script src=a></script>               | OPEN",
                "200 OK          | ok                                                  | OPEN",
                "200 OK          |                                                     | OPEN"
            })
    void a_page_is_judged_by_what_it_shows_to_strangers(String status, String body, Outcome outcome) {
        WebAnswer answer = WebAnswer.parse("HTTP/1.1 " + status + "\r\nServer: x\r\n\r\n" + (body == null ? "" : body))
                .orElseThrow();
        assertThat(Visits.judge(answer, "www.example.com/").outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"SSH-2.0-OpenSSH_9.2", "HTTP/1.1", "HTTP/1.1 2000 OK", "''"})
    void what_is_no_answer_in_http_is_none(String text) {
        assertThat(WebAnswer.parse(text)).isEmpty();
    }
}
