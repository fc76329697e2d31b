package io.fourwave.spec.interpret;

/** {@code name}: of the choice as the spec declares it; {@code value} encoded as its type's values are. */
public record ChoiceMade(String name, long value) {
    @Override
    public String toString() {
        return name + "=" + value;
    }
}
