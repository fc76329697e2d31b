package io.fourwave.codegen;

/** One class: its package, its simple name, its source text. */
public record GeneratedFile(String packageName, String className, String text) {
    /** {@code org/example/parcel/State.java}. */
    public String path() {
        return packageName.replace('.', '/') + "/" + className + ".java";
    }

    /** {@code org.example.parcel.State}. */
    public String qualifiedName() {
        return packageName + "." + className;
    }
}
