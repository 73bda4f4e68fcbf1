package kz.tapbot.lab;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a JVM of a test's own is started with. */
public final class ClassPath {

    private ClassPath() {}

    /** Of this process, also where tests were loaded from elsewhere than its own class path. */
    public static String ofThisProcess() {
        List<String> all = new ArrayList<>(List.of(System.getProperty("java.class.path")));
        if (ClassPath.class.getClassLoader() instanceof URLClassLoader loader) {
            for (URL url : loader.getURLs()) {
                all.add(Path.of(URI.create(url.toString())).toString());
            }
        }
        return String.join(File.pathSeparator, all);
    }
}
