package io.fourwave.cli.child;

import io.fourwave.cli.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs a main class of ours in a JVM of its own, perhaps in a network namespace of its own. */
public final class ChildJvm {
    private ChildJvm() {}

    /**
     * @param prefix a command that runs the rest of the line, such as {@code unshare -n}; empty for none
     * @param lines told each line of the child's output
     * @return the child's exit status
     */
    public static int run(List<String> prefix, Class<?> main, List<String> arguments, Consumer<String> lines)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (option.startsWith("-X") || option.startsWith("--")) {
                command.add(option);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            try (BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                Thread reader = reader(output, lines);
                int status = process.waitFor();
                reader.join(TimeUnit.SECONDS.toMillis(2));
                return status;
            }
        } finally {
            // Interrupted, by a deadline: the child must not live on. Its input ends too, which ends a child behind the
            // prefix.
            process.getOutputStream().close();
            process.destroyForcibly();
        }
    }

    private static Thread reader(BufferedReader output, Consumer<String> lines) {
        Thread thread = new Thread(
                () -> {
                    try {
                        for (String line = output.readLine(); line != null; line = output.readLine()) {
                            lines.accept(line);
                        }
                    } catch (IOException e) {
                        // the child is gone
                    }
                },
                "child-output");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** For the child: ends this JVM when its standard input ends, so that it does not outlive its parent. */
    public static void endWithParent() {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // nothing is said
                        }
                    } catch (IOException e) {
                        // as good as the end
                    }
                    Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
                },
                "parent-watch");
        thread.setDaemon(true);
        thread.start();
    }
}
