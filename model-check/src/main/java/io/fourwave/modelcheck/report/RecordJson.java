package io.fourwave.modelcheck.report;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Records as JSON and back, whatever they hold: records, enumerations, lists, maps with strings for keys, strings, numbers, truth values
 * and null. Where a component's type is a sealed interface, the field {@code @} names the record.
 */
final class RecordJson {
    private static final String KIND = "@";

    private RecordJson() {}

    static String write(Object value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(Object value, StringBuilder text) {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            text.append(value);
        } else if (value instanceof String string) {
            text.append(Json.text(string));
        } else if (value instanceof Enum<?> constant) {
            text.append(Json.text(constant.name()));
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object element : list) {
                text.append(separator);
                write(element, text);
                separator = ",";
            }
            text.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                text.append(separator)
                        .append(Json.text(entry.getKey().toString()))
                        .append(':');
                write(entry.getValue(), text);
                separator = ",";
            }
            text.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof Record known) {
            text.append("{\"@\":").append(Json.text(known.getClass().getSimpleName()));
            for (RecordComponent component : known.getClass().getRecordComponents()) {
                text.append(',').append(Json.text(component.getName())).append(':');
                write(get(known, component), text);
            }
            text.append('}');
        } else {
            throw new IllegalArgumentException("no way to write a " + value.getClass());
        }
    }

    private static Object get(Record value, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param node as {@link JsonReader} gives it
     * @throws IllegalArgumentException when it is not of this type
     */
    static <T> T read(Class<T> type, Object node) {
        return type.cast(value(type, node));
    }

    private static Object value(Type type, Object node) {
        if (node == null) {
            return null;
        }
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class && node instanceof List<?> list) {
                List<Object> values = new ArrayList<>();
                list.forEach(element -> values.add(value(of[0], element)));
                return values;
            }
            if (generic.getRawType() == Map.class && node instanceof Map<?, ?> map) {
                Map<String, Object> values = new LinkedHashMap<>();
                map.forEach((key, element) -> values.put((String) key, value(of[1], element)));
                return values;
            }
        } else if (type instanceof Class<?> known) {
            return value(known, node);
        }
        throw new IllegalArgumentException(node + " is no " + type.getTypeName());
    }

    private static Object value(Class<?> type, Object node) {
        if (node instanceof Map<?, ?> map && type.isInterface()) {
            Class<?> record = Stream.of(type.getPermittedSubclasses())
                    .filter(each -> each.getSimpleName().equals(map.get(KIND)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(map.get(KIND) + " is no " + type.getSimpleName()));
            return record(record, map);
        }
        if (node instanceof Map<?, ?> map && type.isRecord()) {
            return record(type, map);
        }
        if (node instanceof String text && type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text + " is no " + type.getSimpleName()));
        }
        if (node instanceof String || node instanceof Boolean) {
            return node;
        }
        if (node instanceof Double number) {
            if (type == int.class || type == Integer.class) {
                return number.intValue();
            }
            return type == long.class || type == Long.class ? (Object) number.longValue() : number;
        }
        throw new IllegalArgumentException(node + " is no " + type.getSimpleName());
    }

    private static Object record(Class<?> type, Map<?, ?> map) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Stream.of(components)
                .map(component -> value(component.getGenericType(), map.get(component.getName())))
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IllegalArgumentException("no " + type.getSimpleName() + " can be made of this: " + e, e);
        }
    }
}
