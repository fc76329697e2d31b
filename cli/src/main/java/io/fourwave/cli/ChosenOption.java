package io.fourwave.cli;

import io.fourwave.modelcheck.Selection;
import io.fourwave.modelcheck.Shard;
import io.fourwave.modelcheck.tlc.TlcOptions;
import io.fourwave.spec.ir.Protocol;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** What of a specification is to be checked; a mixin. */
public final class ChosenOption {
    /** What is checked when nothing is asked for, if the protocol has such a set. */
    private static final String DEFAULT_SET = "pr";

    private static final Map<String, Function<ChosenOption, List<String>>> CHOICES = Map.of(
            "scenario", one -> one.scenarios,
            "set", one -> one.sets,
            "property", one -> one.properties,
            "mutant", one -> one.mutantNames);

    @Option(names = "--scenario", paramLabel = "NAME", description = "Check this scenario; may be repeated.")
    private List<String> scenarios = List.of();

    @Option(
            names = "--set",
            paramLabel = "NAME",
            description =
                    "Check every scenario of this set; may be repeated. Default: `pr`, or everything if there is no such set.")
    private List<String> sets = List.of();

    @Option(names = "--property", paramLabel = "NAME", description = "Check only this property; may be repeated.")
    private List<String> properties = List.of();

    @Option(names = "--mutants", description = "Also check that every mutant of the chosen scenarios is killed.")
    private boolean mutants;

    @Option(
            names = "--mutant",
            paramLabel = "NAME",
            description = "Check this mutant and nothing else; may be repeated.")
    private List<String> mutantNames = List.of();

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Check only the I-th of N parts, for as many machines; --json makes what --merge wants.")
    private String shard;

    Selection selection(Protocol protocol, TlcOptions options, Path keep) {
        Set<String> chosen = new LinkedHashSet<>(scenarios);
        chosen.addAll(sets);
        boolean hasDefault = protocol.world().scenarios().stream()
                .anyMatch(scenario -> scenario.sets().contains(DEFAULT_SET));
        if (chosen.isEmpty() && hasDefault) {
            chosen.add(DEFAULT_SET);
        }
        boolean onlyMutants = !mutantNames.isEmpty();
        return new Selection(
                chosen,
                new LinkedHashSet<>(properties),
                new LinkedHashSet<>(mutantNames),
                mutants,
                !onlyMutants,
                options,
                keep,
                part());
    }

    private Shard part() {
        try {
            return shard == null ? null : Shard.of(shard);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "--shard: " + e.getMessage(), "the second of three parts is 2/3");
        }
    }

    /** For {@link #load} to know it again. */
    void save(Properties asked) {
        CHOICES.forEach((name, names) -> asked.setProperty(name, String.join(",", names.apply(this))));
        asked.setProperty("mutants", Boolean.toString(mutants));
        asked.setProperty("shard", shard == null ? "" : shard);
    }

    /**
     * Takes over what an earlier check was asked for.
     *
     * @throws CommandFailure when this one is asked for something else
     */
    void load(Properties asked) {
        CHOICES.forEach((name, names) -> {
            List<String> now = names.apply(this);
            String then = asked.getProperty(name);
            if (!now.isEmpty() && !String.join(",", now).equals(then)) {
                throw new CommandFailure(
                        ExitCode.INPUT,
                        "--" + name + ": the check that is to go on was asked for "
                                + (then.isEmpty() ? "no --" + name : "--" + name + " " + then),
                        "leave out what is to be checked, or begin anew with --checkpoint and another directory");
            }
        });
        scenarios = names(asked, "scenario");
        sets = names(asked, "set");
        properties = names(asked, "property");
        mutantNames = names(asked, "mutant");
        mutants = Boolean.parseBoolean(asked.getProperty("mutants"));
        shard = asked.getProperty("shard").isEmpty() ? null : asked.getProperty("shard");
    }

    private static List<String> names(Properties asked, String of) {
        String names = asked.getProperty(of);
        return names.isEmpty() ? List.of() : List.of(names.split(","));
    }
}
