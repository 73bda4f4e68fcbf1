package kz.tapbot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Everything public outside of internal packages says in a sentence what it is. */
class PublicJavadocTest {

    @Test
    void everythingPublicHasAComment() throws IOException {
        List<Path> sources = Module.allMainSources().stream()
                .filter(path -> !path.toString().contains("internal"))
                .toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> silent = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Silent(docs, silent).scan(new TreePath(unit), null);
            }
        }
        assertThat(silent).as("public and without a comment").isEmpty();
    }

    private static final class Silent extends TreePathScanner<Void, Void> {

        private final DocTrees docs;
        private final List<String> found;

        Silent(DocTrees docs, List<String> found) {
            this.docs = docs;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (!isVisible(type.getModifiers().getFlags())) {
                return null;
            }
            look(type.getSimpleName().toString());
            return super.visitClass(type, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            boolean inherited = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            if (!inherited && isVisible(method.getModifiers().getFlags()) && method.getBody() != null
                    || isAbstractOfInterface(method)) {
                look(method.getName().toString());
            }
            return null;
        }

        private boolean isAbstractOfInterface(MethodTree method) {
            return method.getBody() == null && isInterface();
        }

        private boolean isInterface() {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            return parent.getKind() == Tree.Kind.INTERFACE;
        }

        private boolean isVisible(Set<Modifier> flags) {
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            boolean open = flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED);
            return open || (parent.getKind() == Tree.Kind.INTERFACE && !flags.contains(Modifier.PRIVATE));
        }

        private void look(String name) {
            if (docs.getDocComment(getCurrentPath()) == null) {
                CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
                String file =
                        Path.of(unit.getSourceFile().getName()).getFileName().toString();
                long line = unit.getLineMap()
                        .getLineNumber(docs.getSourcePositions()
                                .getStartPosition(unit, getCurrentPath().getLeaf()));
                found.add(name + " (" + file + ":" + line + ")");
            }
        }
    }
}
