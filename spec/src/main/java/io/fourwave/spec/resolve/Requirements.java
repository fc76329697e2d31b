package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.Diagnostics;
import io.fourwave.spec.diagnostic.DidYouMean;
import io.fourwave.spec.syntax.Action;
import io.fourwave.spec.syntax.MachinePart;
import io.fourwave.spec.syntax.Stmt;
import io.fourwave.spec.syntax.Tag;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The requirements a tag may cite: the tables that come with the compiler. */
final class Requirements {
    private static final List<String> TABLES = List.of("rfc9293-requirements.csv", "related-requirements.csv");
    private static final String FOLDER = "/io/fourwave/spec/requirements/";
    private static final Set<String> KNOWN = load();

    private Requirements() {}

    private static Set<String> load() {
        Set<String> ids = new LinkedHashSet<>();
        for (String table : TABLES) {
            try (InputStream in = Requirements.class.getResourceAsStream(FOLDER + table);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                // The id is the first column and holds neither quotes nor commas.
                lines.lines().skip(1).map(line -> line.split(",", 2)[0]).forEach(ids::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        ids.remove("");
        return Set.copyOf(ids);
    }

    static void check(List<Tag> tags, Diagnostics diagnostics) {
        for (Tag tag : tags) {
            if (!KNOWN.contains(tag.id())) {
                diagnostics.add(Diagnostic.of(
                                DiagnosticCode.UNKNOWN_REQUIREMENT,
                                tag.place(),
                                "no requirement has the id `" + tag.id() + "`")
                        .help(DidYouMean.help(tag.id(), KNOWN)));
            }
        }
    }

    /** All tags of a handler: its own, those of its checks, those of its statements. */
    static void checkRule(MachinePart part, Diagnostics diagnostics) {
        if (part instanceof MachinePart.IgnorePart ignore) {
            check(ignore.tags(), diagnostics);
        } else if (part instanceof MachinePart.HandlerPart handler) {
            check(within(handler.tags(), handler.body()), diagnostics);
            handler.checks().forEach(given -> check(within(given.tags(), given.body()), diagnostics));
        }
    }

    static List<String> ids(List<Tag> tags) {
        return tags.stream().map(Tag::id).distinct().toList();
    }

    /** The tags of a rule and of the statements in it: what the rule as a whole cites. */
    static List<Tag> within(List<Tag> own, Action.Block body) {
        List<Tag> tags = new ArrayList<>(own);
        collect(body, tags);
        return List.copyOf(tags);
    }

    private static void collect(Action.Block block, List<Tag> tags) {
        for (Stmt statement : block.statements()) {
            tags.addAll(statement.tags());
            if (statement.action() instanceof Action.When when) {
                collect(when.then(), tags);
                collect(when.otherwise(), tags);
            } else if (statement.action() instanceof Action.ByState byState) {
                for (Action.ArmPart arm : byState.arms()) {
                    tags.addAll(arm.tags());
                    collect(arm.body(), tags);
                }
            }
        }
    }
}
