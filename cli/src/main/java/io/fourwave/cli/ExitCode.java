package io.fourwave.cli;

/**
 * What the command tells its caller by its exit status. Listed by {@code fourwave --help}, see {@link Fourwave}; a test holds the two together.
 *
 * <p>5 is not here: it is the status of the script {@code fourwave} when the command could not be built or Java is missing.
 */
public final class ExitCode {
    /** Done, and what was asked holds. */
    public static final int OK = 0;

    /** Done, and the answer is no: a property is violated, a trace does not conform, a transfer failed, generated code is out of date. */
    public static final int VERDICT = 1;

    /** The command line is not understood. */
    public static final int USAGE = 2;

    /** A file given to the command is at fault: errors in a spec, a corrupt trace, a file that cannot be read or written. */
    public static final int INPUT = 3;

    /** The machine does not let the command work: no {@code /dev/net/tun}, no permission, address or device in use, too little memory. */
    public static final int ENVIRONMENT = 4;

    /** A defect of Fourwave itself (EX_SOFTWARE of sysexits.h). */
    public static final int INTERNAL = 70;

    /** Ended by Ctrl-C, as shells say it: 128 + SIGINT. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
