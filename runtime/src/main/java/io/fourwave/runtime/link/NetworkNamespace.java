package io.fourwave.runtime.link;

/** A network of one's own: interfaces, addresses and ports that nobody else on the machine sees. Linux. */
public final class NetworkNamespace {
    private NetworkNamespace() {}

    /**
     * Moves the calling thread, and all threads it starts from now on, into a new, empty network namespace; it ends with the last
     * thread, socket and device in it. Other threads stay where they are. Even {@code lo} has to be brought up.
     *
     * @throws LinkException without the right to (CAP_SYS_ADMIN)
     */
    public static void enterNew() {
        if (LibC.unshare(LibC.CLONE_NEWNET) < 0) {
            throw new LinkException(
                    "cannot create a network namespace: " + LibC.strerror(LibC.error()),
                    "run as root, or start the program by `unshare -Urn …`");
        }
    }
}
