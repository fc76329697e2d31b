package io.fourwave.cli.demo;

import java.io.IOException;

/** Accepts and echoes, in threads of its own, until the server socket is closed. */
final class Echo {
    private Echo() {}

    @FunctionalInterface
    interface Acceptance {
        Peer.Line accept() throws IOException;
    }

    static void serve(Acceptance acceptance) {
        start("demo-echo", () -> {
            try {
                while (true) {
                    Peer.Line line = acceptance.accept();
                    start("demo-echo-line", () -> echo(line));
                }
            } catch (IOException closed) {
                // that is how it ends
            }
        });
    }

    private static void echo(Peer.Line line) {
        try (line) {
            line.in().transferTo(line.out());
        } catch (IOException e) {
            // the one who reads the echo tells what is missing
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
