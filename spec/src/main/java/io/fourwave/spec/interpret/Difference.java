package io.fourwave.spec.interpret;

/** One part of the state in which two snapshots differ, both sides as a reader would write them. */
public record Difference(String name, String left, String right) {
    @Override
    public String toString() {
        return name + ": " + left + " against " + right;
    }
}
