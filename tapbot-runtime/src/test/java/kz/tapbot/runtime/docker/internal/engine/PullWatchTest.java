package kz.tapbot.runtime.docker.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.event.RuntimeEvent;
import org.junit.jupiter.api.Test;

/** What an engine says of layers, line by line as it says it, becomes few events. */
class PullWatchTest {

    private static final Address ADDRESS = Address.parse("container:box/shop");

    private final List<String> told = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final PullWatch watch = new PullWatch(
            ADDRESS,
            Image.of("shop:1.0.0"),
            event -> {
                RuntimeEvent.ImageProgress progress = (RuntimeEvent.ImageProgress) event;
                told.add(progress.bytes() + "/" + progress.size());
            },
            now::get);

    @Test
    void layers_are_added_up_and_told_every_few_seconds_and_at_the_end() throws IOException {
        says("{'status':'Pulling from shop','id':'1.0.0'}");
        says("{'status':'Already exists','progressDetail':{},'id':'aaa'}");
        says("{'status':'Pulling fs layer','progressDetail':{},'id':'bbb'}");
        for (int done = 100; done <= 900; done += 100) {
            says("{'status':'Downloading','progressDetail':{'current':" + done + ",'total':1000},'id':'bbb'}");
        }
        assertThat(told).isEmpty();
        now.addAndGet(PullWatch.EVERY.toNanos());
        says("{'status':'Downloading','progressDetail':{'current':5,'total':50},'id':'ccc'}");
        says("{'status':'Downloading','progressDetail':{'current':49,'total':50},'id':'ccc'}");
        assertThat(told).containsExactly("905/1050");
        now.addAndGet(PullWatch.EVERY.toNanos());
        says("{'status':'Download complete','progressDetail':{},'id':'bbb'}");
        says("{'status':'Extracting','progressDetail':{'current':3,'total':1000},'id':'bbb'}");
        watch.ended();
        assertThat(told).containsExactly("905/1050", "1049/1050", "1050/1050");
    }

    @Test
    void an_image_without_a_layer_to_load_is_not_told_of() throws IOException {
        says("{'status':'Already exists','progressDetail':{},'id':'aaa'}");
        now.addAndGet(PullWatch.EVERY.toNanos());
        says("{'status':'Status: Downloaded newer image for shop:1.0.0'}");
        watch.ended();
        assertThat(told).isEmpty();
    }

    @Test
    void numbers_that_make_no_sense_do_no_harm() throws IOException {
        says("{'status':'Downloading','progressDetail':{'current':-7,'total':-1},'id':'bbb'}");
        says("{'status':'Downloading','progressDetail':{'current':70,'total':7},'id':'ccc'}");
        says("{'status':'Downloading','progressDetail':{},'id':'ddd'}");
        watch.ended();
        assertThat(told).containsExactly("7/7");
    }

    private void says(String line) throws IOException {
        watch.onNext(new ObjectMapper().readValue(line.replace('\'', '"'), PullResponseItem.class));
    }
}
