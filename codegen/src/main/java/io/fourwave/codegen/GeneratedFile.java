package io.fourwave.codegen;

/** One class: its package, its simple name, its source text. */
public record GeneratedFile(String packageName, String className, String text) {
    /** {@code io/fourwave/runtime/tcp/State.java}. */
    public String path() {
        return packageName.replace('.', '/') + "/" + className + ".java";
    }

    /** {@code io.fourwave.runtime.tcp.State}. */
    public String qualifiedName() {
        return packageName + "." + className;
    }
}
