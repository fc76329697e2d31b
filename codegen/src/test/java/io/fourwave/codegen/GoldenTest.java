package io.fourwave.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The generated text of a small protocol, whole, under version control: a change of the generator shows as a change of what it
 * writes. {@code mvn test -pl codegen -am -Dtest=GoldenTest -Dfourwave.golden.update=true} accepts the change.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String PACKAGE = "parcel";

    private static List<GeneratedFile> generated() {
        return new JavaGenerator(Specs.load(Specs.PARCEL), PACKAGE, null).generate();
    }

    private static Path goldenFile(GeneratedFile file) {
        return GOLDEN.resolve(PACKAGE).resolve(file.className() + ".java.txt");
    }

    @Test
    void parcel_isGeneratedAsAccepted() throws IOException {
        TreeSet<Path> expected = new TreeSet<>();
        for (GeneratedFile file : generated()) {
            expected.add(goldenFile(file));
            if (Boolean.getBoolean("fourwave.golden.update")) {
                Files.createDirectories(goldenFile(file).getParent());
                Files.writeString(goldenFile(file), file.text());
            }
            assertThat(goldenFile(file))
                    .as("accepted text of %s; see this test's comment", file.className())
                    .exists();
            assertThat(file.text()).as(file.className()).isEqualTo(Files.readString(goldenFile(file)));
        }
        try (Stream<Path> files = Files.list(GOLDEN.resolve(PACKAGE))) {
            assertThat(files.toList()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** The accepted text, not what is generated now: what people read here is a program. */
    @Test
    void acceptedText_compilesWithoutWarningAndRuns(@TempDir Path temp) throws Exception {
        Path sources = temp.resolve("sources").resolve(PACKAGE);
        Files.createDirectories(sources);
        for (GeneratedFile file : generated()) {
            Files.copy(goldenFile(file), sources.resolve(file.className() + ".java"));
        }
        Path classes = temp.resolve("classes");
        assertThat(Javac.compile(sources, classes)).isEmpty();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            run(loader);
        }
    }

    /** OPEN starts two timers, sends a SYN and answers ok; a second OPEN is refused; streams are never touched but to clear them. */
    private static void run(ClassLoader loader) throws ReflectiveOperationException {
        List<String> effects = new ArrayList<>();
        Class<?> parameters = loader.loadClass(PACKAGE + ".Parameters");
        Class<?> parcel = loader.loadClass(PACKAGE + ".Parcel");
        Object slow = parameters.getMethod("profile", String.class).invoke(null, "slow");
        Object machine = parcel.getConstructors()[0].newInstance(
                slow,
                proxy(loader, PACKAGE + ".Policies", effects),
                proxy(loader, "io.fourwave.runtime.machine.Effects", effects),
                proxy(loader, "io.fourwave.runtime.machine.SendStream", effects),
                proxy(loader, "io.fourwave.runtime.machine.ReceiveStream", effects));
        assertThat(effects).containsExactly("clear", "clear");
        effects.clear();
        Class<?> mode = loader.loadClass(PACKAGE + ".Mode");
        Method open = parcel.getMethod("callOpen", long.class, int.class, mode, boolean.class, long.class);
        Object strict = mode.getMethod("of", long.class).invoke(null, 0L);
        assertThat(open.invoke(machine, 1L, 77, strict, false, 0L)).isEqualTo(0);
        assertThat(effects).containsExactly("firstNumber", "stateChanged", "send", "pause", "timerSet", "timerSet");
        assertThat(parcel.getMethod("una").invoke(machine)).isEqualTo(77);
        // The policy said 0, which is below the range: what is used is its lower end, retry_ms of the profile slow.
        assertThat(parcel.getMethod("deadlineNanos", int.class).invoke(machine, 0))
                .isEqualTo(2_000_000_001L);
        assertThat(parcel.getMethod("state").invoke(machine)).hasToString("OPENING");
        assertThat(open.invoke(machine, 2L, 77, strict, false, 0L)).isEqualTo(2);
    }

    private static Object proxy(ClassLoader loader, String type, List<String> called) throws ClassNotFoundException {
        return Proxy.newProxyInstance(loader, new Class<?>[] {loader.loadClass(type)}, (proxy, method, args) -> {
            called.add(method.getName());
            Class<?> result = method.getReturnType();
            if (result == int.class) {
                return 0;
            }
            if (result == long.class) {
                return 0L;
            }
            return result == boolean.class ? false : null;
        });
    }
}
