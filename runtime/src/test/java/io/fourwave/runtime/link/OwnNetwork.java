package io.fourwave.runtime.link;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Network namespaces for tests. */
public final class OwnNetwork {
    private OwnNetwork() {}

    /** Runs a test in a thread that has a network of its own; without the means, skips it and says why. */
    public static void run(Callable<Void> test) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/net/tun")), "there is no /dev/net/tun");
        CompletableFuture<Void> entered = new CompletableFuture<>();
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                NetworkNamespace.enterNew();
                TapLink.open(TapConfig.of("probe0")).close();
                entered.complete(null);
            } catch (Throwable refused) {
                entered.completeExceptionally(refused);
                return;
            }
            try {
                done.complete(test.call());
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        thread.start();
        try {
            entered.get();
        } catch (ExecutionException refused) {
            assumeTrue(
                    false,
                    "no network namespace with a TAP interface here: "
                            + refused.getCause().getMessage());
        }
        try {
            done.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) failure.getCause();
        } finally {
            thread.join();
        }
    }
}
