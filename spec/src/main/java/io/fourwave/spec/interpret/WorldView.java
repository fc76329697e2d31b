package io.fourwave.spec.interpret;

import java.util.List;

/**
 * Two endpoints and what lies between them at one instant, as properties see them. Everything by the order of the environment's peers.
 *
 * @param ends their TCBs, with ghosts
 * @param histories of each end by the order of the machine's streams: the octets in the stream's history
 * @param underWay to each end: the segments on their way to it, their fields with the ghost ones
 */
public record WorldView(List<MachineState> ends, List<List<byte[]>> histories, List<List<long[]>> underWay) {
    public WorldView {
        ends = List.copyOf(ends);
        histories = List.copyOf(histories);
        underWay = List.copyOf(underWay);
    }
}
