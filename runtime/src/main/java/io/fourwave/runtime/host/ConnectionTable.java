package io.fourwave.runtime.host;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Connections by their 4-tuple, without objects for keys. The local address is the host's only one, so remote address and both ports make a key of 64
 * bits. A peer chooses most of them: the hash is keyed, so that it cannot choose collisions.
 */
final class ConnectionTable {
    private static final int SMALLEST = 64;

    private final long secret;
    private long[] keys = new long[SMALLEST];
    private TcpConnection[] values = new TcpConnection[SMALLEST];
    private int size;

    ConnectionTable(long secret) {
        this.secret = secret;
    }

    static long key(int remoteAddress, int remotePort, int localPort) {
        return (long) remoteAddress << 32 | (long) remotePort << 16 | localPort;
    }

    int size() {
        return size;
    }

    /** The connection, or null. */
    TcpConnection get(long key) {
        int mask = keys.length - 1;
        for (int slot = hash(key) & mask; values[slot] != null; slot = slot + 1 & mask) {
            if (keys[slot] == key) {
                return values[slot];
            }
        }
        return null;
    }

    /** Adds a connection; its key must not be there yet. */
    void put(long key, TcpConnection connection) {
        if (size * 2 >= keys.length) {
            grow();
        }
        insert(key, connection);
        size++;
    }

    private void insert(long key, TcpConnection connection) {
        int mask = keys.length - 1;
        int slot = hash(key) & mask;
        while (values[slot] != null) {
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        values[slot] = connection;
    }

    /** Removes a key if it is there. */
    void remove(long key) {
        int mask = keys.length - 1;
        int slot = hash(key) & mask;
        while (values[slot] != null && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        if (values[slot] == null) {
            return;
        }
        size--;
        // Entries behind the gap move up, so that no search ends before its entry; no tombstones pile up.
        int gap = slot;
        for (int next = slot + 1 & mask; values[next] != null; next = next + 1 & mask) {
            int home = hash(keys[next]) & mask;
            if ((next - home & mask) >= (next - gap & mask)) {
                keys[gap] = keys[next];
                values[gap] = values[next];
                gap = next;
            }
        }
        values[gap] = null;
    }

    /** Calls for each connection; the table may be changed meanwhile, without effect on who is called. */
    void forEach(Consumer<TcpConnection> action) {
        TcpConnection[] present = Arrays.copyOf(values, values.length);
        for (TcpConnection connection : present) {
            if (connection != null) {
                action.accept(connection);
            }
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        TcpConnection[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new TcpConnection[2 * oldValues.length];
        for (int i = 0; i < oldValues.length; i++) {
            if (oldValues[i] != null) {
                insert(oldKeys[i], oldValues[i]);
            }
        }
    }

    private int hash(long key) {
        long mixed = (key ^ secret) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 32) * (secret | 1);
        return (int) (mixed >>> 32);
    }
}
