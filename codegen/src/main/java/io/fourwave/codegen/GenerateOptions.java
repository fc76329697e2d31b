package io.fourwave.codegen;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@link Generate} is asked to do.
 *
 * @param profile default profile, or null for the first declared
 * @param check only tell whether the files are up to date
 */
record GenerateOptions(Path spec, String packageName, Path out, String profile, boolean check) {
    static final String USAGE =
            "usage: generate --spec DIR|FILE --package NAME --out DIR [--profile-default PROFILE] [--check]";

    private static final String JAVA_PACKAGE = "[a-z_][A-Za-z0-9_]*(\\.[a-z_][A-Za-z0-9_]*)*";

    /** @throws IllegalArgumentException with what is wrong */
    static GenerateOptions parse(String... args) {
        Map<String, String> values = new TreeMap<>();
        boolean check = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--check" -> check = true;
                case "--spec", "--package", "--out", "--profile-default" -> {
                    if (i + 1 == args.length) {
                        throw new IllegalArgumentException(args[i] + " wants a value");
                    }
                    values.put(args[i], args[++i]);
                }
                default -> throw new IllegalArgumentException("unknown option: " + args[i]);
            }
        }
        for (String required : new String[] {"--spec", "--package", "--out"}) {
            if (!values.containsKey(required)) {
                throw new IllegalArgumentException("missing option: " + required);
            }
        }
        if (!values.get("--package").matches(JAVA_PACKAGE)) {
            throw new IllegalArgumentException("not a name of a Java package: " + values.get("--package"));
        }
        return new GenerateOptions(
                Path.of(values.get("--spec")),
                values.get("--package"),
                Path.of(values.get("--out")),
                values.get("--profile-default"),
                check);
    }
}
