package io.fourwave.conformance.counterexample;

import io.fourwave.modelcheck.Finding;
import io.fourwave.modelcheck.ladder.LadderSvg;
import io.fourwave.modelcheck.report.CounterexampleHtml;
import io.fourwave.modelcheck.report.CounterexampleJson;
import io.fourwave.runtime.tcp.Connection;
import io.fourwave.runtime.tcp.ConnectionSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A counterexample in every form it can be given, side by side in one directory under its name. */
public final class CounterexampleFiles {
    /** What a tick of the model is taken for where time is that of a clock. */
    static final long TICK_NANOS = 100_000_000;

    private final Path directory;

    /** @param directory there already */
    public CounterexampleFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * Writes all files of a finding, those of the same name are replaced. Everything is made before anything is written, and each
     * file appears whole or not at all.
     *
     * @return the files, the page to look at first
     * @throws IOException when one cannot be written
     */
    public List<Path> write(Finding finding) throws IOException {
        List<Path> written = new ArrayList<>();
        for (Artifact artifact : artifacts(finding)) {
            written.add(write(artifact));
        }
        return written;
    }

    private List<Artifact> artifacts(Finding finding) throws IOException {
        String name = finding.name();
        List<Artifact> artifacts = new ArrayList<>();
        artifacts.add(Artifact.text(name + ".html", CounterexampleHtml.render(finding)));
        artifacts.add(Artifact.text(
                name + ".txt",
                finding.headline() + "\n\n" + finding.counterexample().text()));
        artifacts.add(Artifact.text(
                name + ".svg", LadderSvg.render(finding.counterexample().ladder())));
        artifacts.add(Artifact.text(name + ".json", CounterexampleJson.render(finding)));
        if (isOfTheStack(finding)) {
            artifacts.add(new Artifact(name + ".pcapng", Capture.write(finding, directory, TICK_NANOS)));
            for (String peer : finding.counterexample().course().peers()) {
                artifacts.add(Artifact.text(
                        name + "." + peer + ".pkt", PacketScript.write(finding, peer, TICK_NANOS / 1_000_000)));
            }
            artifacts.add(Artifact.text(
                    JunitSource.className(finding) + ".java", JunitSource.write(finding, Connection.class.getName())));
        }
        return artifacts;
    }

    /** Whether the protocol is the one our stack was generated from: for another there is no class, and no wire format. */
    private static boolean isOfTheStack(Finding finding) {
        return finding.compilation().orThrow().name().equals(ConnectionSchema.SCHEMA.protocol());
    }

    private Path write(Artifact artifact) throws IOException {
        Path file = directory.resolve(artifact.fileName());
        Path part = directory.resolve("." + artifact.fileName() + ".part");
        try {
            Files.write(part, artifact.content());
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
