package io.fourwave.cli;

import java.nio.file.Path;

/** Where this project lies: the script {@code fourwave} says so, else the present directory. */
final class Home {
    private Home() {}

    static Path path() {
        return Path.of(System.getProperty("fourwave.home", "."));
    }
}
