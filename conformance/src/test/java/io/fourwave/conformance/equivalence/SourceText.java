package io.fourwave.conformance.equivalence;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** Java source in memory. */
public final class SourceText extends SimpleJavaFileObject {
    private final String text;

    public SourceText(String className, String text) {
        super(URI.create("string:///" + className.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
