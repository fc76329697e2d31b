package io.fourwave.spec.syntax;

import io.fourwave.spec.diagnostic.Diagnostics;
import io.fourwave.spec.grammar.WaveParser;
import io.fourwave.spec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * Reads a file: tokens, tree, records. What cannot be read is reported and left out, and reading goes on behind it, so that one run
 * finds the errors of the whole file.
 */
public final class WaveReader {
    private final SourceFile source;
    private final Diagnostics diagnostics;
    private final Reading reading;
    private final TermReader terms;
    private boolean broken;

    private WaveReader(SourceFile source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.reading = new Reading(source.name(), diagnostics);
        this.terms = new TermReader(reading);
    }

    public static SyntaxFile read(SourceFile source, Diagnostics diagnostics) {
        return new WaveReader(source, diagnostics).file();
    }

    private SyntaxFile file() {
        TokenFilter filter = new TokenFilter(reading);
        List<Token> tokens = filter.tokens(source.text());
        broken = filter.foundUnknown();
        if (filter.tooDeep()) {
            return new SyntaxFile(source, List.of(), true);
        }
        WaveParser parser = new WaveParser(new CommonTokenStream(new ListTokenSource(tokens, source.name())));
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxErrors(reading, filter.linesWithUnknown()));
        parser.setErrorHandler(new Recovery());
        List<TopLevel> items = new ArrayList<>();
        List<ParseTree> children = parser.file().children;
        broken |= children == null;
        for (ParseTree child : children == null ? List.<ParseTree>of() : children) {
            if (child instanceof WaveParser.ItemContext item && item.getChildCount() > 0) {
                read(item.getChild(0), items);
            } else {
                broken |= Reading.broken(child);
            }
        }
        return new SyntaxFile(source, List.copyOf(items), broken);
    }

    private void read(ParseTree tree, List<TopLevel> items) {
        if (tree instanceof WaveParser.MachineDeclContext machine && machine.NAME() != null) {
            items.add(machine(machine));
        } else if (Reading.broken(tree)) {
            broken = true;
        } else if (tree instanceof WaveParser.ScenarioDeclContext scenario) {
            items.add(new ScenarioReader(reading, terms).scenario(scenario));
        } else if (tree instanceof WaveParser.SetDeclContext set) {
            items.add(new ScenarioReader(reading, terms).set(set));
        } else {
            TopLevel declaration = new DeclarationReader(reading, terms).visit(tree);
            TopLevel item = declaration != null ? declaration : new WorldReader(reading, terms).visit(tree);
            if (item != null) {
                items.add(item);
            }
        }
    }

    /** A machine is read part by part, so that one broken handler does not hide the errors of the others. */
    private TopLevel machine(WaveParser.MachineDeclContext context) {
        MachineReader machine = new MachineReader(reading, terms, new ActionReader(reading, terms));
        List<MachinePart> parts = new ArrayList<>();
        for (ParseTree child : context.children) {
            if (Reading.broken(child)) {
                broken = true;
            } else if (child instanceof WaveParser.MachineItemContext item) {
                MachinePart part = machine.visit(item.getChild(0));
                if (part != null) {
                    parts.add(part);
                }
            }
        }
        return new Declaration.MachineDecl(
                reading.name(context.NAME()), List.copyOf(parts), reading.doc(context.doc()), reading.place(context));
    }
}
