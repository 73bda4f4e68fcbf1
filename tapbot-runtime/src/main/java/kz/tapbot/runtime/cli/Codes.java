package kz.tapbot.runtime.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.dsl.DslCode;
import kz.tapbot.runtime.apply.ApplyCode;
import kz.tapbot.runtime.compose.result.ComposeCode;
import kz.tapbot.runtime.host.result.SurveyCode;
import kz.tapbot.runtime.plan.RuntimeCode;
import kz.tapbot.runtime.secret.SecretCode;
import kz.tapbot.validate.code.TopologyCode;

/** Every code that Tapbot knows. */
final class Codes {

    private Codes() {}

    /** In the order of their ids. */
    static List<Code> all() {
        List<Code> all = new ArrayList<>();
        all.addAll(Arrays.asList(ModelCode.values()));
        all.addAll(Arrays.asList(DslCode.values()));
        all.addAll(Arrays.asList(TopologyCode.values()));
        all.addAll(Arrays.asList(RuntimeCode.values()));
        all.addAll(Arrays.asList(SecretCode.values()));
        all.addAll(Arrays.asList(ApplyCode.values()));
        all.addAll(Arrays.asList(ComposeCode.values()));
        all.addAll(Arrays.asList(SurveyCode.values()));
        all.sort(Comparator.comparing(Code::id));
        return all;
    }
}
