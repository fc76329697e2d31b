package io.fourwave.conformance.lab;

import io.fourwave.codegen.Fingerprint;
import io.fourwave.codegen.GeneratedFile;
import io.fourwave.codegen.JavaGenerator;
import io.fourwave.runtime.machine.Effects;
import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.stream.BufferPool;
import io.fourwave.runtime.stream.ReceiveRing;
import io.fourwave.runtime.stream.SendRing;
import io.fourwave.spec.ir.Protocol;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The Java of a protocol, generated and compiled in a folder of its own, perhaps after an edit of its source. */
public final class GeneratedProtocol implements AutoCloseable {
    private static final String PACKAGE = "lab.generated";

    private final Protocol protocol;
    private final URLClassLoader loader;

    private GeneratedProtocol(Protocol protocol, URLClassLoader loader) {
        this.protocol = protocol;
        this.loader = loader;
    }

    /** An edit of one generated class: the text must occur in it exactly once, so that no test edits nothing. */
    public record Edit(String className, String from, String to) {}

    public static GeneratedProtocol compile(Protocol protocol, Path folder, Edit... edits) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-d", folder.toString(), "-nowarn", "-proc:none"));
        for (GeneratedFile file : new JavaGenerator(protocol, PACKAGE, null).generate()) {
            String text = file.text();
            for (Edit edit : edits) {
                if (edit.className().equals(file.className())) {
                    int at = text.indexOf(edit.from());
                    if (at < 0 || text.indexOf(edit.from(), at + 1) >= 0) {
                        throw new IllegalArgumentException(
                                "`" + edit.from() + "` is not exactly once in " + file.className());
                    }
                    text = text.replace(edit.from(), edit.to());
                }
            }
            Path source = folder.resolve(file.path());
            Files.createDirectories(source.getParent());
            Files.writeString(source, text);
            arguments.add(source.toString());
        }
        compile(arguments);
        URL[] path = {folder.toUri().toURL()};
        return new GeneratedProtocol(protocol, new URLClassLoader(path, GeneratedProtocol.class.getClassLoader()));
    }

    private static void compile(List<String> arguments) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter out = new StringWriter();
        List<String> options = new ArrayList<>(List.of("-classpath", System.getProperty("java.class.path")));
        List<String> files = new ArrayList<>();
        for (String argument : arguments) {
            (argument.endsWith(".java") ? files : options).add(argument);
        }
        try (var manager = javac.getStandardFileManager(null, null, null)) {
            boolean ok = javac.getTask(out, manager, null, options, null, manager.getJavaFileObjectsFromStrings(files))
                    .call();
            if (!ok) {
                throw new IllegalStateException(out.toString());
            }
        }
    }

    public Protocol protocol() {
        return protocol;
    }

    public String fingerprint() {
        return Fingerprint.of(protocol);
    }

    /** A new machine with the default parameters. {@code policies} answers every policy. */
    public Machine machine(InvocationHandler policies, Effects effects, int streamOctets) {
        try {
            Class<?> parameters = loader.loadClass(PACKAGE + ".Parameters");
            Class<?> policyType = loader.loadClass(PACKAGE + ".Policies");
            Class<?> type = loader.loadClass(PACKAGE + "." + protocol.machine().name());
            List<Object> arguments = new ArrayList<>();
            arguments.add(parameters.getMethod("defaults").invoke(null));
            arguments.add(Proxy.newProxyInstance(loader, new Class<?>[] {policyType}, policies));
            arguments.add(effects);
            BufferPool pool = new BufferPool(1L << 30);
            for (io.fourwave.spec.ir.Machine.Stream stream : protocol.machine().streams()) {
                boolean send = stream.kind() == io.fourwave.spec.ir.Machine.StreamKind.SEND;
                arguments.add(send ? new SendRing(pool, streamOctets) : new ReceiveRing(pool, streamOctets));
            }
            Constructor<?> constructor = type.getConstructors()[0];
            return (Machine) constructor.newInstance(arguments.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
