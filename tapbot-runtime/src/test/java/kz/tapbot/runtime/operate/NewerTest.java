package kz.tapbot.runtime.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.daily.NewerImages;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Which tags are newer than a pinned one. */
class NewerTest {

    @Test
    void newer_is_what_has_a_higher_number_and_the_same_first_one_and_big_steps_stand_apart() {
        assertThat(newer(
                        "16.9",
                        "16.8",
                        "16.9",
                        "16.10",
                        "16",
                        "latest",
                        "17.0",
                        "17.6",
                        "18.1",
                        "15.99",
                        "16.10-alpine"))
                .isEqualTo("16.10 [17.6, 18.1]");
        assertThat(newer("1.29.3", "1.29.10", "1.29.9", "1.30.0-rc1", "1.30", "mainline"))
                .isEqualTo("1.29.10 []");
        assertThat(newer("1.29.3", "1.29.3")).isEqualTo("none []");
    }

    @Test
    void a_flavour_is_compared_with_its_own_kind_alone_and_its_numbers_may_rise() {
        assertThat(newer("3.1.0-alpine3.19", "3.1.1", "3.1.0-alpine3.20", "3.2.0-alpine3.18", "3.3.0-slim"))
                .isEqualTo("3.2.0-alpine3.18 []");
        assertThat(newer("v3.6.1", "3.6.2", "v3.6.0", "v3.7.0", "v4.0.0-rc.1")).isEqualTo("v3.7.0 []");
        assertThat(newer("2024.10.22", "2024.12.3", "2025.6.1")).isEqualTo("2024.12.3 [2025.6.1]");
        assertThat(newer("20240101", "20250101")).isEqualTo("none [20250101]");
    }

    @Test
    void a_tag_that_is_no_version_is_told() {
        NewerImages none = Newer.among(ServiceId.of("box/page"), Image.of("nginx:stable"), List.of("1.2.3"));
        assertThat(none.unknown()).contains("the tag stable does not say which version it is");
    }

    @Property(tries = 1000)
    void whatever_a_registry_lists_is_no_trouble(@ForAll String pinned, @ForAll List<String> tags) {
        Version.of(pinned).ifPresent(version -> assertThat(Version.of(pinned)).contains(version));
        assertThat(Newer.among(ServiceId.of("box/page"), Image.of("nginx:1.2.3"), tags)
                        .unknown())
                .isEmpty();
    }

    private static String newer(String pinned, String... tags) {
        NewerImages found = Newer.among(ServiceId.of("box/page"), Image.of("app:" + pinned), List.of(tags));
        return found.newer().orElse("none") + " " + found.jumps();
    }
}
