package kz.tapbot.dsl.internal.caller;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.place.SourcePlace;
import kz.tapbot.model.place.SpeaksForCaller;
import org.jspecify.annotations.Nullable;

/**
 * Finds the user's line with a {@link StackWalker}, which unlike an exception costs the same at every depth of the stack. Skipped are
 * classes of ours by an explicit set of packages (not by a prefix: users may live below ours), classes that speak for their caller, and
 * the JDK's.
 */
public final class Caller {

    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Set<String> OURS =
            Set.of("kz.tapbot", "kz.tapbot.dsl", "kz.tapbot.dsl.internal", "kz.tapbot.dsl.internal.caller");
    private static final int MOST_FRAMES = 400;
    private static final int MOST_LINES = 3;

    /** A pure memo: whether lines of a class are never the user's. */
    private static final ClassValue<Boolean> SKIPPED = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return isOurs(type) || speaksForCaller(type) || isOfTheJdk(type);
        }
    };

    private Caller() {}

    /** The nearest line of the user's, wherever that is. */
    public static DeclaredAt here() {
        return WALKER.walk(frames -> Lines.anywhere(frames.iterator()));
    }

    /** The nearest line of the user's inside the running lambda of a scope, or else where that scope was opened. */
    public static DeclaredAt within(DeclaredAt opened) {
        return WALKER.walk(frames -> Lines.within(frames.iterator(), opened));
    }

    /** Where the user's code made what was thrown, or else where the scope was opened that it was thrown in. */
    public static DeclaredAt of(Throwable thrown, DeclaredAt opened, @Nullable ClassLoader loader) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            String name = frame.getClassName();
            if (name.equals(Border.class.getName())) {
                return opened;
            }
            if (!isSkippedByName(name, loader) && frame.getFileName() != null) {
                SourcePlace place = new SourcePlace(frame.getFileName(), Math.max(frame.getLineNumber(), 0));
                return new DeclaredAt(place, place.equals(opened.at()) ? List.of() : opened.via());
            }
        }
        return opened;
    }

    private static boolean isSkippedByName(String name, @Nullable ClassLoader loader) {
        int dot = name.lastIndexOf('.');
        String packageName = dot < 0 ? "" : name.substring(0, dot);
        if (OURS.contains(packageName)
                || packageName.startsWith("kz.tapbot.model.")
                || packageName.startsWith("java.")
                || packageName.startsWith("jdk.")) {
            return true;
        }
        try {
            return SKIPPED.get(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static boolean isOurs(Class<?> type) {
        return OURS.contains(type.getPackageName());
    }

    private static boolean speaksForCaller(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            if (each.isAnnotationPresent(SpeaksForCaller.class)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfTheJdk(Class<?> type) {
        return type.getClassLoader() == null || type.getClassLoader() == ClassLoader.getPlatformClassLoader();
    }

    /** The lines of a walk. */
    private static final class Lines {

        private final List<SourcePlace> found = new ArrayList<>(1);

        static DeclaredAt anywhere(Iterator<StackFrame> frames) {
            Lines lines = new Lines();
            boolean border = lines.collect(frames);
            if (lines.found.isEmpty() && border) {
                lines.collect(frames);
            }
            if (lines.found.isEmpty()) {
                return DeclaredAt.at("unknown", 0);
            }
            SourcePlace at = lines.found.get(0);
            // Without a border, what is above is whoever happened to load the class, and not of interest.
            return border ? new DeclaredAt(at, lines.callers(List.of())) : new DeclaredAt(at, List.of());
        }

        static DeclaredAt within(Iterator<StackFrame> frames, DeclaredAt opened) {
            Lines lines = new Lines();
            lines.collect(frames);
            if (lines.found.isEmpty()) {
                return opened;
            }
            return new DeclaredAt(lines.found.get(0), lines.callers(opened.via()));
        }

        /** Collects the lines up to the next border; whether there was one. */
        private boolean collect(Iterator<StackFrame> frames) {
            @Nullable StackFrame below = null;
            for (int i = 0; i < MOST_FRAMES && frames.hasNext(); i++) {
                StackFrame frame = frames.next();
                Class<?> type = frame.getDeclaringClass();
                if (type == Border.class) {
                    return true;
                }
                if (found.size() < MOST_LINES && !SKIPPED.get(type) && !isSameMethod(frame, below)) {
                    add(frame);
                }
                below = frame;
            }
            return false;
        }

        /** Whether it only passes on to the frame below it, as a bridge method or an overload does. */
        private static boolean isSameMethod(StackFrame frame, @Nullable StackFrame below) {
            return below != null
                    && frame.getDeclaringClass() == below.getDeclaringClass()
                    && frame.getMethodName().equals(below.getMethodName());
        }

        private void add(StackFrame frame) {
            String file = frame.getFileName();
            SourcePlace place = new SourcePlace(file == null ? "unknown" : file, Math.max(frame.getLineNumber(), 0));
            if (found.isEmpty() || !found.get(found.size() - 1).equals(place)) {
                found.add(place);
            }
        }

        private List<SourcePlace> callers(List<SourcePlace> beyond) {
            if (found.size() == 1 && beyond.size() < MOST_LINES && !beyond.contains(found.get(0))) {
                return beyond;
            }
            List<SourcePlace> all = new ArrayList<>(found.subList(1, found.size()));
            all.addAll(beyond);
            all.removeIf(found.get(0)::equals);
            return all.size() < MOST_LINES ? all : all.subList(0, MOST_LINES - 1);
        }
    }
}
