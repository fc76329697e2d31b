package io.fourwave.conformance.rerun;

/** A segment on its way. */
final class Packet {
    /** By the environment's order. */
    final int from;

    /** The how-manieth its sender has sent, from 1. */
    final int ofSender;

    /** In declared order, with ghosts; octets as their number. */
    final long[] fields;

    /** Its octets, all fields' together. */
    final byte[] octets;

    /** What of it the model sees; equal for segments that are one there. */
    final String key;

    int ageTicks;

    Packet(int from, int ofSender, long[] fields, byte[] octets, String key) {
        this.from = from;
        this.ofSender = ofSender;
        this.fields = fields;
        this.octets = octets;
        this.key = key;
    }
}
