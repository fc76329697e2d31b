package io.fourwave.runtime.machine;

/**
 * What travels between two machines, by field index: fields in declared order, without the ghost ones, as
 * {@link MachineSchema#fields()} lists them. The generated segment implements it, and has its fields by name beside it.
 */
public interface MessageRecord {
    /** The field's value, encoded; of octets the length. */
    long get(int field);

    /**
     * Sets a field that is not octets.
     *
     * @throws IllegalArgumentException for a value the field cannot have, or an octets field
     */
    void set(int field, long value);

    /**
     * The octets of a field, the record's own view: point it elsewhere to set the field.
     *
     * @throws IllegalArgumentException when the field is not octets
     */
    Octets octets(int field);

    /** Every field to its zero value. */
    void clear();
}
