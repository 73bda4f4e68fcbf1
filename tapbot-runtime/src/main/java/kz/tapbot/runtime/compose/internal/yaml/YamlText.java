package kz.tapbot.runtime.compose.internal.yaml;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/** Writes a tree as YAML. */
public final class YamlText {

    private static final int WIDTH = 4096;

    private YamlText() {}

    /** The text; ends with a line break. */
    public static String of(Block block) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(WIDTH)
                .setSplitLines(false)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .setDereferenceAliases(true)
                .build();
        return new Dump(settings, new Representer(settings)).dumpToString(block.all());
    }

    private static final class Representer extends StandardRepresenter {
        Representer(DumpSettings settings) {
            super(settings);
            representers.put(Text.class, data -> {
                Text text = (Text) data;
                ScalarStyle style = text.isPlain() ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
                return representScalar(Tag.STR, text.value(), style);
            });
        }
    }
}
