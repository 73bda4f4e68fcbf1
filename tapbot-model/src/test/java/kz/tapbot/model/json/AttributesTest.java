package kz.tapbot.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.tapbot.model.Topology;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.value.Command;
import org.junit.jupiter.api.Test;

/** Every attribute of the model has a field in JSON, and every field an attribute: walked by reflection from the topology on. */
class AttributesTest {

    @Test
    void everyAttributeOfTheModelIsAFieldAndTheOtherWayRound() {
        Map<String, Set<String>> model = new TreeMap<>();
        walk(Topology.class, model, new LinkedHashSet<>());
        Map<String, Set<String>> forms = new TreeMap<>();
        walk(TopologyForm.TOPOLOGY, forms);
        forms.get("Topology").removeAll(Set.of("format", "$schema"));
        assertThat(forms.keySet()).isEqualTo(model.keySet());
        assertThat(forms).containsExactlyEntriesOf(model);
    }

    private static void walk(Class<?> type, Map<String, Set<String>> into, Set<Class<?>> seen) {
        if (!type.getName().startsWith("kz.tapbot.model") || type.isEnum() || !seen.add(type)) {
            return;
        }
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(variant -> walk(variant, into, seen));
            return;
        }
        Map<String, Type> attributes = attributes(type);
        if (!isScalar(type)) {
            into.put(type.getSimpleName(), new TreeSet<>(attributes.keySet()));
        }
        attributes.values().forEach(attribute -> types(attribute).forEach(inner -> walk(inner, into, seen)));
    }

    /** Whether values of the type are written as one string, number or list: those that are made of one, and have two parts at most. */
    private static boolean isScalar(Class<?> type) {
        boolean small = !type.isRecord() || type.getRecordComponents().length <= 2;
        return small
                && Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method -> Modifier.isStatic(method.getModifiers())
                                && method.getReturnType() == type
                                && method.getParameterCount() == 1
                                && method.getParameterTypes()[0] != Command.class
                                && Set.of("of", "parse", "mbit").contains(method.getName()));
    }

    private static Map<String, Type> attributes(Class<?> type) {
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents())
                    .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getGenericType));
        }
        Map<String, Type> attributes = new LinkedHashMap<>();
        Class<?> builder = Arrays.stream(type.getDeclaredClasses())
                .filter(inner -> inner.getSimpleName().equals("Builder"))
                .findFirst()
                .orElseThrow();
        Set<String> settable = Arrays.stream(builder.getMethods())
                .filter(method -> method.getParameterCount() == 1)
                .map(Method::getName)
                .collect(Collectors.toSet());
        for (Method method : type.getDeclaredMethods()) {
            boolean attribute = method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && settable.contains(method.getName())
                    && method.getReturnType() != Places.class;
            if (attribute) {
                attributes.put(method.getName(), method.getGenericReturnType());
            }
        }
        return attributes;
    }

    private static Stream<Class<?>> types(Type type) {
        if (type instanceof Class<?> plain) {
            return Stream.of(plain);
        }
        return type instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments()).flatMap(AttributesTest::types)
                : Stream.empty();
    }

    private static void walk(Form<?> form, Map<String, Set<String>> into) {
        if (form instanceof ObjectForm<?, ?> object) {
            Set<String> names = new TreeSet<>();
            if (into.putIfAbsent(typeName(object.title()), names) != null) {
                return;
            }
            for (Field<?, ?, ?> field : object.fields()) {
                names.add(field.name());
                walk(field.form(), into);
            }
        } else if (form instanceof ChoiceForm<?> choice) {
            choice.variants().values().forEach(variant -> walk(variant.form(), into));
        } else if (form instanceof MappedForm<?, ?> mapped) {
            walk(mapped.inner(), into);
        } else if (form instanceof ListForm<?> list) {
            walk(list.item(), into);
        } else if (form instanceof MapForm<?> map) {
            walk(map.value(), into);
        }
    }

    /** The forms are named after their types but for a few that read better in the schema. */
    private static String typeName(String title) {
        Map<String, String> others = Map.of(
                "secret", "SecretDeclaration",
                "cost", "MonthlyCost",
                "dailySchedule", "Daily",
                "weeklySchedule", "Weekly",
                "monthlySchedule", "Monthly",
                "everySchedule", "Every",
                "cronSchedule", "Cron",
                "directoryDestination", "Directory",
                "s3Destination", "S3",
                "sftpDestination", "Sftp");
        return others.getOrDefault(title, Character.toUpperCase(title.charAt(0)) + title.substring(1));
    }
}
