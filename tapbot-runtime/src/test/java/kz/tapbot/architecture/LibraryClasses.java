package kz.tapbot.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.util.Set;
import java.util.stream.Collectors;

/** The main classes of the three library modules, and nothing from any test. */
final class LibraryClasses implements LocationProvider {

    @Override
    public Set<Location> get(Class<?> testClass) {
        return Module.LIBRARIES.stream()
                .map(module -> Location.of(module.mainClasses()))
                .collect(Collectors.toSet());
    }
}
