package io.fourwave.spec.syntax;

import io.fourwave.spec.grammar.WaveBaseVisitor;
import io.fourwave.spec.grammar.WaveParser;
import io.fourwave.spec.ir.DataKind;
import java.util.List;
import java.util.Optional;

/** Reads the declarations outside machines and outside the checker's world. */
final class DeclarationReader extends WaveBaseVisitor<TopLevel> {
    private final Reading reading;
    private final TermReader terms;

    DeclarationReader(Reading reading, TermReader terms) {
        this.reading = reading;
        this.terms = terms;
    }

    static DataKind kind(WaveParser.KindContext context) {
        if (context == null) {
            return DataKind.PLAIN;
        }
        return context.getText().equals("runtime") ? DataKind.RUNTIME : DataKind.GHOST;
    }

    @Override
    public TopLevel visitProtocolDecl(WaveParser.ProtocolDeclContext context) {
        return new Declaration.ProtocolName(
                reading.name(context.NAME()), reading.string(context.STRING()), reading.place(context));
    }

    @Override
    public TopLevel visitProfileDecl(WaveParser.ProfileDeclContext context) {
        return new Declaration.Profiles(reading.names(context.NAME()), reading.place(context));
    }

    @Override
    public TopLevel visitParameterDecl(WaveParser.ParameterDeclContext context) {
        List<Declaration.ProfileValue> values = context.profileValue().stream()
                .map(value -> new Declaration.ProfileValue(reading.name(value.NAME()), terms.visit(value.expr())))
                .toList();
        return new Declaration.ParameterPart(
                reading.name(context.NAME()),
                terms.type(context.type()),
                terms.optional(context.expr()),
                values,
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    @Override
    public TopLevel visitEnumDecl(WaveParser.EnumDeclContext context) {
        List<Name> names = reading.names(context.NAME());
        return new Declaration.EnumPart(names.get(0), names.subList(1, names.size()), reading.place(context));
    }

    @Override
    public TopLevel visitFlagsDecl(WaveParser.FlagsDeclContext context) {
        List<Name> names = reading.names(context.NAME());
        return new Declaration.FlagsPart(names.get(0), names.subList(1, names.size()), reading.place(context));
    }

    @Override
    public TopLevel visitSegmentDecl(WaveParser.SegmentDeclContext context) {
        return new Declaration.SegmentPart(
                context.field().stream().map(this::field).toList(), reading.doc(context.doc()), reading.place(context));
    }

    private Declaration.FieldPart field(WaveParser.FieldContext context) {
        return new Declaration.FieldPart(
                reading.name(context.NAME()),
                kind(context.kind()),
                terms.type(context.type()),
                terms.optional(context.expr()),
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    @Override
    public TopLevel visitCallDecl(WaveParser.CallDeclContext context) {
        return new Declaration.CallPart(
                reading.name(context.NAME()),
                terms.params(context.params()),
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    @Override
    public TopLevel visitErrorDecl(WaveParser.ErrorDeclContext context) {
        return new Declaration.ErrorPart(
                reading.name(context.NAME()),
                reading.string(context.STRING()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    @Override
    public TopLevel visitNoticeDecl(WaveParser.NoticeDeclContext context) {
        return new Declaration.NoticePart(
                reading.name(context.NAME()),
                reading.string(context.STRING()),
                reading.doc(context.doc()),
                reading.place(context));
    }

    @Override
    public TopLevel visitPolicyDecl(WaveParser.PolicyDeclContext context) {
        return new Declaration.PolicyPart(
                reading.name(context.NAME()),
                terms.params(context.params()),
                Optional.ofNullable(context.type()).map(terms::type),
                reading.tags(context.tags()),
                reading.doc(context.doc()),
                reading.place(context));
    }
}
