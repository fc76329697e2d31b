package io.fourwave.modelcheck.tlc;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How much memory there is, as the JVM sees it: of the container (cgroup) it runs in, or of the machine. */
public final class MachineMemory {
    private static final int LEAST = 512;
    private static final int MOST = 4096;
    private static final int MEBI = 20;

    private MachineMemory() {}

    public static int totalMebibytes() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return (int) Math.min(Integer.MAX_VALUE, system.getTotalMemorySize() >> MEBI);
    }

    /** What TLC gets unless somebody says otherwise: a quarter, but no less than 512 MiB and no more than 4 GiB. */
    public static int shareMebibytes() {
        return share(totalMebibytes());
    }

    static int share(int totalMebibytes) {
        return Math.max(LEAST, Math.min(MOST, totalMebibytes / 4));
    }
}
