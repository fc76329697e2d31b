package io.fourwave.runtime.time;

import java.util.Arrays;

/**
 * Hierarchical timer wheel: schedule and cancel in constant time, no allocation once it has grown to the largest number of
 * timers in use, exact to the nanosecond and never early.
 *
 * <p>Eleven levels of 64 slots; a slot of level <i>n</i> spans 64<sup>n</sup> ns. A timer lies on the level of the highest
 * digit (base 64) in which its deadline differs from the present, and moves down when its slot begins. So the lowest
 * occupied slot of the lowest occupied level always holds the earliest timer, and a bitmap per level finds it at once,
 * however far time jumps. (Agrona's DeadlineTimerWheel moves on by one tick per poll and cannot say when the next timer
 * is due; virtual time needs both, and poll(2) needs the latter.)
 *
 * <p>Timers fire in the order of their deadlines; those of equal deadline in an order that depends on nothing but the
 * sequence of calls. Belongs to one thread.
 */
public final class TimerWheel {
    /** Never a valid id: what a field holds that has no timer. */
    public static final long NO_TIMER = 0;

    /** What {@link #nextDeadlineNanos()} answers when nothing is scheduled. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int LEVELS = 11;
    private static final int DIGIT_BITS = 6;
    private static final int SLOTS = 1 << DIGIT_BITS;
    private static final int DUE = LEVELS * SLOTS;
    private static final int FIRING = DUE + 1;
    private static final int FREE = -1;
    private static final int NIL = -1;

    private final long originNanos;
    private final long[] occupied = new long[LEVELS];
    private final int[] heads = new int[FIRING + 1];
    private final int[] tails = new int[FIRING + 1];

    private long[] deadlines = new long[0];
    private long[] keys = new long[0];
    private TimerHandler[] handlers = new TimerHandler[0];
    private int[] nexts = new int[0];
    private int[] previouses = new int[0];
    private int[] lists = new int[0];
    private int[] generations = new int[0];
    private int freeHead = NIL;
    private long elapsed;
    private int size;

    /** @param nowNanos present reading of the clock that later readings come from */
    public TimerWheel(long nowNanos) {
        originNanos = nowNanos;
        Arrays.fill(heads, NIL);
        Arrays.fill(tails, NIL);
    }

    /**
     * Schedules a timer. A deadline that is not in the future fires at the next {@link #poll}.
     *
     * @param deadlineNanos reading of the clock, at most 292 years after this wheel's creation
     * @param key passed to the handler
     * @return an id that is never given again; not {@link #NO_TIMER}
     */
    public long schedule(long deadlineNanos, TimerHandler handler, long key) {
        if (freeHead == NIL) {
            grow();
        }
        int timer = freeHead;
        freeHead = nexts[timer];
        deadlines[timer] = relative(deadlineNanos);
        keys[timer] = key;
        handlers[timer] = handler;
        insert(timer);
        size++;
        return (long) generations[timer] << 32 | timer;
    }

    /**
     * Cancels a timer.
     *
     * @return false if it has fired or was cancelled before, or the id is {@link #NO_TIMER}
     */
    public boolean cancel(long id) {
        int timer = (int) id;
        if (timer < 0 || timer >= lists.length || generations[timer] != (int) (id >>> 32) || lists[timer] == FREE) {
            return false;
        }
        unlink(timer);
        free(timer);
        return true;
    }

    /**
     * Fires all timers that are due. A handler may schedule and cancel; what it schedules for no later than the instant being
     * processed fires at the next poll, so a poll always ends. If a handler throws, the others stay due and fire at the next
     * poll.
     *
     * @return how many fired
     */
    public int poll(long nowNanos) {
        long now = Math.max(relative(nowNanos), elapsed);
        int fired = fire(FIRING, nowNanos);
        moveAll(DUE, FIRING);
        fired += fire(FIRING, nowNanos);
        for (int level = lowestLevel(); level >= 0; level = lowestLevel()) {
            int shift = level * DIGIT_BITS;
            int slot = Long.numberOfTrailingZeros(occupied[level]);
            long start = elapsed >>> shift >>> DIGIT_BITS << DIGIT_BITS << shift | (long) slot << shift;
            if (start > now) {
                break;
            }
            elapsed = start;
            expand(level * SLOTS + slot);
            fired += fire(FIRING, nowNanos);
        }
        elapsed = now;
        return fired;
    }

    /** Deadline of the earliest timer, or {@link #NEVER}; in the past if one is due already. */
    public long nextDeadlineNanos() {
        if (heads[FIRING] != NIL || heads[DUE] != NIL) {
            return originNanos + elapsed;
        }
        int level = lowestLevel();
        if (level < 0) {
            return NEVER;
        }
        long earliest = Long.MAX_VALUE;
        int list = level * SLOTS + Long.numberOfTrailingZeros(occupied[level]);
        for (int timer = heads[list]; timer != NIL; timer = nexts[timer]) {
            earliest = Math.min(earliest, deadlines[timer]);
        }
        return originNanos + earliest;
    }

    /** Timers scheduled and neither fired nor cancelled. */
    public int size() {
        return size;
    }

    private long relative(long instantNanos) {
        long difference = instantNanos - originNanos;
        boolean overflown = difference < 0 && instantNanos > originNanos;
        return overflown ? Long.MAX_VALUE : Math.max(0, difference);
    }

    private int lowestLevel() {
        for (int level = 0; level < LEVELS; level++) {
            if (occupied[level] != 0) {
                return level;
            }
        }
        return -1;
    }

    /** Empties a slot that has begun: what is due goes to FIRING, the rest to lower levels. */
    private void expand(int list) {
        int timer = heads[list];
        while (timer != NIL) {
            int next = nexts[timer];
            unlink(timer);
            if (deadlines[timer] <= elapsed) {
                link(timer, FIRING);
            } else {
                insert(timer);
            }
            timer = next;
        }
    }

    private int fire(int list, long nowNanos) {
        int fired = 0;
        for (int timer = heads[list]; timer != NIL; timer = heads[list]) {
            TimerHandler handler = handlers[timer];
            long key = keys[timer];
            unlink(timer);
            free(timer);
            fired++;
            handler.onTimer(key, nowNanos);
        }
        return fired;
    }

    private void insert(int timer) {
        long deadline = deadlines[timer];
        if (deadline <= elapsed) {
            link(timer, DUE);
            return;
        }
        int highestBit = 63 - Long.numberOfLeadingZeros(deadline ^ elapsed);
        int level = highestBit / DIGIT_BITS;
        int slot = (int) (deadline >>> level * DIGIT_BITS) & SLOTS - 1;
        link(timer, level * SLOTS + slot);
    }

    private void link(int timer, int list) {
        int tail = tails[list];
        nexts[timer] = NIL;
        previouses[timer] = tail;
        lists[timer] = list;
        tails[list] = timer;
        if (tail == NIL) {
            heads[list] = timer;
            if (list < DUE) {
                occupied[list / SLOTS] |= 1L << list % SLOTS;
            }
        } else {
            nexts[tail] = timer;
        }
    }

    private void unlink(int timer) {
        int list = lists[timer];
        int previous = previouses[timer];
        int next = nexts[timer];
        if (previous == NIL) {
            heads[list] = next;
        } else {
            nexts[previous] = next;
        }
        if (next == NIL) {
            tails[list] = previous;
        } else {
            previouses[next] = previous;
        }
        if (heads[list] == NIL && list < DUE) {
            occupied[list / SLOTS] &= ~(1L << list % SLOTS);
        }
    }

    private void moveAll(int from, int to) {
        for (int timer = heads[from]; timer != NIL; timer = heads[from]) {
            unlink(timer);
            link(timer, to);
        }
    }

    private void free(int timer) {
        lists[timer] = FREE;
        handlers[timer] = null;
        // 0 is skipped so that no id is ever NO_TIMER
        generations[timer] = generations[timer] == -1 ? 1 : generations[timer] + 1;
        nexts[timer] = freeHead;
        freeHead = timer;
        size--;
    }

    private void grow() {
        int old = lists.length;
        int capacity = Math.max(64, old * 2);
        deadlines = Arrays.copyOf(deadlines, capacity);
        keys = Arrays.copyOf(keys, capacity);
        handlers = Arrays.copyOf(handlers, capacity);
        nexts = Arrays.copyOf(nexts, capacity);
        previouses = Arrays.copyOf(previouses, capacity);
        lists = Arrays.copyOf(lists, capacity);
        generations = Arrays.copyOf(generations, capacity);
        for (int timer = capacity - 1; timer >= old; timer--) {
            lists[timer] = FREE;
            generations[timer] = 1;
            nexts[timer] = freeHead;
            freeHead = timer;
        }
    }
}
