package kz.tapbot.service;

import static kz.tapbot.model.value.DataSize.mib;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.tapbot.Draft;
import kz.tapbot.dsl.Secret;
import kz.tapbot.model.Topology;
import kz.tapbot.model.value.InvalidValueException;
import org.junit.jupiter.api.Test;

class RedisTest {

    private static final Topology KEPT = Told.estate((server, on) ->
                    server.run(Redis.version("7.4.11").on(on.database()).password(Secret.generated("redis-pw"))))
            .topology();

    private static final Topology CACHE = Told.estate((server, on) -> server.run(
                    "cache",
                    Redis.version("8.0.2-alpine").on(on.web()).cacheOnly().memory(mib(100))))
            .topology();

    @Test
    void keeps_its_keys_and_asks_for_a_password() {
        assertThat(Told.text(KEPT, "data/redis")).isEqualTo("""
                        image redis:7.4.11
                        kind redis
                        command redis-server /usr/local/etc/redis/redis.conf
                        network data/database
                        listens 6379/tcp
                        file /run/secrets/redis-password 0400 0 ‹secret redis-pw›
                        file /usr/local/etc/redis/redis.conf 0400 999
                        mount /data data/redis-data
                        health sh -c ‹script› from PT30S
                        memory 256MiB
                        confined readOnlyRoot=false noNewPrivileges=true drops=[] adds=[]
                        stopGrace PT10S
                        stores keys KEY_VALUE in data/redis-data dump sh -c ‹script› restore sh -c ‹script›
                        is [DATABASE]
                        """);
    }

    @Test
    void its_file_asks_for_the_password_and_saves_twice() {
        assertThat(Told.file(KEPT, "data/redis", "/usr/local/etc/redis/redis.conf"))
                .isEqualTo("""
                        # Written by Tapbot. Changes are lost; declare them instead.
                        bind * -::*
                        protected-mode yes
                        dir /data
                        requirepass ‹secret redis-pw›
                        maxmemory 161061270
                        maxmemory-policy noeviction
                        appendonly yes
                        appendfsync everysec
                        save 900 1
                        save 300 100
                        save 60 10000
                        """);
    }

    @Test
    void a_cache_keeps_nothing() {
        assertThat(Told.text(CACHE, "data/cache")).isEqualTo("""
                        image redis:8.0.2-alpine
                        kind redis
                        command redis-server /usr/local/etc/redis/redis.conf
                        network data/web
                        listens 6379/tcp
                        file /run/secrets/redis-password 0400 0 ‹secret data-cache-password›
                        file /usr/local/etc/redis/redis.conf 0400 999
                        mount /data memory 16MiB
                        health sh -c ‹script› from PT30S
                        memory 100MiB
                        confined readOnlyRoot=false noNewPrivileges=true drops=[] adds=[]
                        stopGrace PT10S
                        is [CACHE]
                        """);
        assertThat(Told.file(CACHE, "data/cache", "/usr/local/etc/redis/redis.conf"))
                .isEqualTo("""
                        # Written by Tapbot. Changes are lost; declare them instead.
                        bind * -::*
                        protected-mode yes
                        dir /data
                        requirepass ‹secret data-cache-password›
                        maxmemory 62914560
                        maxmemory-policy allkeys-lru
                        appendonly no
                        save ""
                        """);
    }

    @Test
    void a_cache_has_nothing_to_back_up() {
        Told.estate((server, on) -> {
            RedisRef cache = server.run(Redis.version("7.4.11").on(on.web()).cacheOnly());
            assertThatThrownBy(cache::keys)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("This Redis is declared cacheOnly() and keeps nothing. Leave it out of the backup.");
        });
    }

    @Test
    void keys_fit_into_the_container() {
        Draft draft = Told.estate((server, on) ->
                server.run(Redis.version("7.4.11").on(on.web()).memory(mib(64)).maxMemory(mib(100))));

        assertThat(draft.report().toString())
                .contains("Redis may fill 100MiB with keys, but its container gets 64MiB in all")
                .contains("    .memory(DataSize.bytes(209715200L))");
    }

    @Test
    void older_than_7_is_refused() {
        assertThatThrownBy(() -> Redis.version("6.2.14"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "Redis 6.2.14 cannot be declared: older ones hide errors of their health check. Take version 7 or later, or"
                                + " declare a container of your own.");
    }
}
