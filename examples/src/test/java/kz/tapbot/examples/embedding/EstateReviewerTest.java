package kz.tapbot.examples.embedding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import kz.tapbot.examples.embedding.EstateReviewer.Review;
import kz.tapbot.examples.estate.TapbotKzEstate;
import kz.tapbot.model.json.TopologyJson;
import org.junit.jupiter.api.Test;

class EstateReviewerTest {

    private final EstateReviewer reviewer = new EstateReviewer();

    private final String estate = TopologyJson.write(TapbotKzEstate.TOPOLOGY);

    @Test
    void a_sound_estate_is_rehearsed_to_its_end() {
        Review review = reviewer.review(estate.getBytes(UTF_8), "estate.json");

        assertThat(review.acceptable()).isTrue();
        assertThat(review.findings()).isEqualTo("Topology \"tapbot-kz\" has no findings");
        assertThat(review.plan()).endsWith("to destroy.");
        assertThat(review.events()).last().asString().startsWith("ApplyFinished");
    }

    @Test
    void what_cannot_be_read_is_refused_with_the_line() {
        Review review =
                reviewer.review(estate.replace("\"servers\"", "\"server\"").getBytes(UTF_8), "estate.json");

        assertThat(review.acceptable()).isFalse();
        assertThat(review.findings()).contains("TB1102").contains("(estate.json:");
        assertThat(review.events()).isEmpty();
    }

    @Test
    void what_cannot_work_is_refused_before_anything_runs() {
        Review review = reviewer.review(
                estate.replace("\"172.30.21.0/24\"", "\"172.30.20.0/24\"").getBytes(UTF_8), "estate.json");

        assertThat(review.acceptable()).isFalse();
        assertThat(review.findings()).contains("(estate.json:");
        assertThat(review.events()).isEmpty();
    }
}
