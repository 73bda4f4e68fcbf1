package kz.tapbot.docker.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long which request may take, with a limit of 60 s. */
class PatienceTest {

    @ParameterizedTest
    @CsvSource({
        "/v1.41/containers/json?all=1, PT1M, PT1M",
        "/_ping, PT1M, PT1M",
        "/v1.41/containers/a/start, PT1M, PT1M",
        "/v1.41/containers/a/stop?t=30, PT1M30S, PT1M",
        "/v1.41/containers/a/restart?x=1&t=5, PT1M5S, PT1M",
        "/v1.41/containers/a/stop, PT0S, PT1M",
        "/v1.41/containers/a/logs?follow=1, PT1M, PT0S",
        "/containers/a/wait?condition=removed, PT1M, PT0S",
        "/v1.41/events, PT1M, PT0S",
        "/v1.41/exec/a/start, PT1M, PT0S",
        "/v1.41/exec/a/json, PT1M, PT1M",
        "/v1.41/containers/a/archive?path=/x, PT0S, PT0S",
        "/v1.41/images/create?fromImage=a, PT0S, PT0S",
        "/v1.41/images/a/b/push, PT0S, PT0S",
        "/v1.41/images/a/b/json, PT1M, PT1M",
        "/v1.41/build?t=x, PT0S, PT0S",
    })
    void itFollowsFromThePath(String target, Duration head, Duration body) {
        assertThat(Patience.with(target, Duration.ofMinutes(1))).isEqualTo(new Patience(head, body));
    }
}
