package kz.tapbot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.tapbot.diagnostic.DiagnosticsPage;
import kz.tapbot.diagnostic.code.Code;
import org.junit.jupiter.api.Test;

/**
 * Compares {@code docs/diagnostics.md} with the codes of all modules, however many there are by now. Run with {@code
 * -Dtapbot.update=true} to write the page anew.
 */
class DiagnosticsPageTest {

    private final List<Code> codes = codes();

    @Test
    void the_page_explains_every_code_and_no_other() throws IOException {
        Path file = Module.root().resolve("docs/diagnostics.md");
        String page = DiagnosticsPage.render(codes);
        if (Boolean.getBoolean("tapbot.update")) {
            Files.writeString(file, page);
        }

        assertThat(page.equals(Files.readString(file)))
                .as("%s; if the change is meant, run with -Dtapbot.update=true", file)
                .isTrue();
    }

    @Test
    void no_two_modules_use_one_code() {
        assertThat(codes.stream().map(Code::id)).doesNotHaveDuplicates().allMatch(id -> id.matches("TB[0-9]{4}"));
    }

    private static List<Code> codes() {
        List<Code> all = new ArrayList<>();
        for (Module module : Module.LIBRARIES) {
            new ClassFileImporter()
                    .importPath(module.mainClasses()).stream()
                            .filter(type -> type.isEnum() && type.isAssignableTo(Code.class))
                            .map(JavaClass::reflect)
                            .sorted(Comparator.comparing(Class::getName))
                            .forEach(type -> {
                                for (Object constant : type.getEnumConstants()) {
                                    all.add((Code) constant);
                                }
                            });
        }
        return all;
    }
}
