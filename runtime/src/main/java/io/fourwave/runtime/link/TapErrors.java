package io.fourwave.runtime.link;

/** What can go wrong with a TAP device, and what to do about it. */
final class TapErrors {
    static final String PERMISSION_HELP =
            "run as root, or in a network namespace of your own (`unshare -Urn …`), or let root prepare the interface "
                    + "(`ip tuntap add dev NAME mode tap user USER`)";

    private TapErrors() {}

    static LinkException opening(int error) {
        String problem = "cannot open /dev/net/tun: " + LibC.strerror(error);
        return switch (error) {
            case LibC.ENOENT, LibC.ENODEV, LibC.ENXIO ->
                new LinkException(
                        problem,
                        "the kernel's TUN/TAP driver is missing: `modprobe tun`, then if need be `mkdir -p /dev/net && "
                                + "mknod /dev/net/tun c 10 200`; a container needs `--device /dev/net/tun`");
            case LibC.EPERM, LibC.EACCES -> new LinkException(problem, PERMISSION_HELP);
            default -> new LinkException(problem, "");
        };
    }

    static LinkException attaching(String name, int error) {
        String problem = "cannot attach to the TAP interface `" + name + "`: " + LibC.strerror(error);
        return switch (error) {
            case LibC.EPERM, LibC.EACCES -> new LinkException(problem, PERMISSION_HELP);
            case LibC.EBUSY ->
                new LinkException(
                        problem, "another process uses that interface; choose another name or stop the other process");
            case LibC.EINVAL ->
                new LinkException(
                        problem, "an interface of that name exists and is no TAP interface; choose another name");
            default -> new LinkException(problem, "");
        };
    }

    static LinkException gone(String name, int error) {
        return new LinkException(
                "the TAP interface `" + name + "` is gone: " + LibC.strerror(error), "was it deleted while in use?");
    }
}
