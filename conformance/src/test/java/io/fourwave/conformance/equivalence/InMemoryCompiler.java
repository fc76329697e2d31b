package io.fourwave.conformance.equivalence;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** javac without files, with every warning an error. */
public final class InMemoryCompiler {
    private InMemoryCompiler() {}

    /**
     * A loader of the classes, which are taken instead of others of the same names; when they do not compile, one that finds none, and
     * the reasons in {@code problems}.
     */
    public static ClassLoader compile(List<SourceText> sources, Writer problems) {
        return compile(sources, problems, Map.of());
    }

    /** @param resources by name, the files that hold them */
    public static ClassLoader compile(List<SourceText> sources, Writer problems, Map<String, Path> resources) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        JavaFileManager files = new ForwardingJavaFileManager<>(javac.getStandardFileManager(null, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("class:///" + className), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                        classes.put(className, bytes);
                        return bytes;
                    }
                };
            }
        };
        // As the build compiles the runtime: what javac warns of there fails here.
        List<String> options = List.of(
                "-Xlint:all,-processing,-serial",
                "-Werror",
                "-proc:none",
                "-classpath",
                System.getProperty("java.class.path"));
        boolean compiled =
                javac.getTask(problems, files, null, options, null, sources).call();
        return new ClassLoader(InMemoryCompiler.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                synchronized (getClassLoadingLock(name)) {
                    boolean ours = compiled && classes.containsKey(name);
                    return ours && findLoadedClass(name) == null ? findClass(name) : super.loadClass(name, resolve);
                }
            }

            @Override
            public URL getResource(String name) {
                try {
                    return resources.containsKey(name)
                            ? resources.get(name).toUri().toURL()
                            : super.getResource(name);
                } catch (MalformedURLException e) {
                    throw new IllegalArgumentException(name, e);
                }
            }

            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                ByteArrayOutputStream bytes = classes.get(name);
                if (!compiled || bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes.toByteArray(), 0, bytes.size());
            }
        };
    }
}
