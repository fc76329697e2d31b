package io.fourwave.modelcheck.tlc;

import java.util.List;
import java.util.Map;

/** A value as TLC prints it. */
public sealed interface TlaValue {
    record Num(long value) implements TlaValue {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    record Bool(boolean value) implements TlaValue {
        @Override
        public String toString() {
            return value ? "TRUE" : "FALSE";
        }
    }

    record Str(String value) implements TlaValue {
        @Override
        public String toString() {
            return value;
        }
    }

    /** A sequence or a set, in printed order. */
    record Many(List<TlaValue> elements, boolean isSet) implements TlaValue {
        @Override
        public String toString() {
            String inside =
                    String.join(", ", elements.stream().map(TlaValue::toString).toList());
            return isSet ? "{" + inside + "}" : "<" + inside + ">";
        }
    }

    /** A record, or a function whose arguments are printed as its fields' names. */
    record Rec(Map<String, TlaValue> fields) implements TlaValue {
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("[");
            fields.forEach((name, value) -> text.append(text.length() > 1 ? ", " : "")
                    .append(name)
                    .append(" ")
                    .append(value));
            return text.append("]").toString();
        }
    }

    /** The field of a record, or null. */
    default TlaValue at(String field) {
        return this instanceof Rec rec ? rec.fields().get(field) : null;
    }

    /** The elements of a sequence or set; none for another value. */
    default List<TlaValue> all() {
        return this instanceof Many many ? many.elements() : List.of();
    }

    /** Text of a string, or the value printed. */
    default String text() {
        return toString();
    }
}
