package io.fourwave.runtime.stream;

import java.util.Arrays;

/**
 * The ranges held beyond a hole: sorted, maximal (no two touch), at running positions relative to which only differences count. Stored as two arrays
 * that only ever grow, so that loss costs no allocation once they have.
 */
final class AheadRanges {
    private int[] starts = new int[8];
    private int[] ends = new int[8];
    private int count;
    private int octets;

    int count() {
        return count;
    }

    /** Octets in all ranges. */
    int octets() {
        return octets;
    }

    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return ends[i];
    }

    void clear() {
        count = 0;
        octets = 0;
    }

    /** First range that ends after the position; {@link #count} when there is none. */
    int firstEndingAfter(int position) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = low + high >>> 1;
            if (ends[middle] - position > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Adds [start, end), which may overlap or touch what is there. */
    void add(int start, int end) {
        // Touching ranges are joined, so one that ends at our start counts as met.
        int first = firstEndingAfter(start - 1);
        int after = first;
        int from = start;
        int to = end;
        while (after < count && starts[after] - end <= 0) {
            from = from - starts[after] < 0 ? from : starts[after];
            to = to - ends[after] > 0 ? to : ends[after];
            octets -= ends[after] - starts[after];
            after++;
        }
        splice(first, after);
        starts[first] = from;
        ends[first] = to;
        octets += to - from;
    }

    /** Removes the first range. */
    void removeFirst() {
        octets -= ends[0] - starts[0];
        count--;
        System.arraycopy(starts, 1, starts, 0, count);
        System.arraycopy(ends, 1, ends, 0, count);
    }

    /** Makes one slot of those in [first, after). */
    private void splice(int first, int after) {
        if (count == starts.length && first == after) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        System.arraycopy(starts, after, starts, first + 1, count - after);
        System.arraycopy(ends, after, ends, first + 1, count - after);
        count += 1 - (after - first);
    }
}
