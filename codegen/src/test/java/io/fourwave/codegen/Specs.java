package io.fourwave.codegen;

import io.fourwave.spec.Compiler;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.source.SourceSet;
import java.nio.file.Path;

/** Protocols to generate from. */
final class Specs {
    /** One of everything the generator spells differently. */
    static final Path PARCEL = Path.of("src/test/resources/golden/parcel.wave");

    static final Path TCP = Path.of("../spec/tcp");

    /** As little as a protocol may have: no call, timer, stream, policy, parameter, notice, error, profile. */
    static final String SMALLEST = """
            protocol SMALL "as little as there can be"
            segment { NR : seq }
            machine Small {
              states ONE initial
              tcb { LAST : seq }
              on SEGMENT-ARRIVES in ONE { LAST := if LAST < SEG.NR then SEG.NR else LAST }
            }
            """;

    private Specs() {}

    static Protocol load(Path path) {
        return Compiler.compile(path).orThrow();
    }

    static Protocol text(String text) {
        return Compiler.compile(SourceSet.ofText("test.wave", text)).orThrow();
    }
}
