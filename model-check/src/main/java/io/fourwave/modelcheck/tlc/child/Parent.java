package io.fourwave.modelcheck.tlc.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** In the child: its standard input is its tie to its parent. What comes there is a request; when it ends, the parent is gone. */
public final class Parent {
    /** The request to end in good order. */
    public static final String STOP = "stop";

    private Parent() {}

    /** From now on this JVM ends with its parent. */
    public static void watch() {
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Thread thread = new Thread(
                () -> {
                    try {
                        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
                            if (line.equals(STOP)) {
                                new Thread(() -> System.exit(1), "stop").start();
                            }
                        }
                    } catch (IOException e) {
                        // As good as the end.
                    }
                    Runtime.getRuntime().halt(1);
                },
                "parent");
        thread.setDaemon(true);
        thread.start();
    }
}
