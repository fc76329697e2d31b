package io.fourwave.modelcheck;

import io.fourwave.modelcheck.tlc.TlcOptions;
import io.fourwave.spec.Compilation;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.source.SourceSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The small protocol of these tests, as it is or with some of its text replaced. */
public final class Knock {
    private Knock() {}

    /** Replaces each first text of a pair by the second; fails when a text is not there. */
    public static Compilation compile(String... replacements) throws IOException {
        String text;
        try (InputStream in = Knock.class.getResourceAsStream("knock.wave")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (int i = 0; i < replacements.length; i += 2) {
            if (!text.contains(replacements[i])) {
                throw new IllegalArgumentException("knock.wave does not say: " + replacements[i]);
            }
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return Compiler.compile(SourceSet.ofText("knock.wave", text));
    }

    /** One worker, so that depth is exact; a small heap. */
    public static TlcOptions tlc() {
        return new TlcOptions(1, 256, null, null, java.util.List.of("-XX:TieredStopAtLevel=1"));
    }
}
