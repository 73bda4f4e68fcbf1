package kz.tapbot.runtime.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Listens to Ctrl-C while something is done that must not be cut off. The first asks to stop; then the handler from before is there again, so
 * that the second ends the process as if nobody had listened. A shutdown hook would not do: the virtual machine is ending by then, and
 * nothing that runs has to wait for it. Reached by reflection, because {@code sun.misc} is not part of Java; where it is missing, or somebody
 * has reserved the signal, Ctrl-C does what it always does.
 */
final class Interrupts {

    private final Runnable onFirst;
    private @Nullable Object before;

    private Interrupts(Runnable onFirst) {
        this.onFirst = onFirst;
    }

    static Interrupts listen(Runnable onFirst) {
        Interrupts interrupts = new Interrupts(onFirst);
        interrupts.before = interrupts.handle(null);
        return interrupts;
    }

    /** Puts the handler from before back. */
    synchronized void stop() {
        if (before != null) {
            handle(before);
            before = null;
        }
    }

    /** Installs that handler, or our own, and gives the one before. */
    private @Nullable Object handle(@Nullable Object handler) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            Method handle = signal.getMethod("handle", signal, handlers);
            Object interrupt = signal.getConstructor(String.class).newInstance("INT");
            return handle.invoke(null, interrupt, handler == null ? own(handlers) : handler);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    private Object own(Class<?> handlers) {
        InvocationHandler calls = (proxy, method, arguments) -> switch (method.getName()) {
            case "handle" -> {
                stop();
                onFirst.run();
                yield null;
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "Interrupts";
        };
        return Proxy.newProxyInstance(Interrupts.class.getClassLoader(), new Class<?>[] {handlers}, calls);
    }
}
