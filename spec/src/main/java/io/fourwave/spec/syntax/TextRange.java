package io.fourwave.spec.syntax;

import io.fourwave.spec.grammar.WaveLexer;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * A stretch of a source's text.
 *
 * @param start first character, from 0
 * @param end behind the last character
 */
public record TextRange(String file, int start, int end) {

    /** Where {@code text} stands within a place, compared word by word, so that blanks and comments do not matter. */
    public static List<TextRange> find(SourceFile source, Place within, String text) {
        List<Token> wanted = words(text);
        List<Token> there = new ArrayList<>();
        for (Token token : words(source.text())) {
            if (inside(token, within)) {
                there.add(token);
            }
        }
        List<TextRange> found = new ArrayList<>();
        for (int i = 0; !wanted.isEmpty() && i + wanted.size() <= there.size(); i++) {
            if (sameWords(there.subList(i, i + wanted.size()), wanted)) {
                // The lexer counts code points, strings count characters.
                int start = source.text().offsetByCodePoints(0, there.get(i).getStartIndex());
                int end = source.text()
                        .offsetByCodePoints(0, there.get(i + wanted.size() - 1).getStopIndex() + 1);
                found.add(new TextRange(source.name(), start, end));
            }
        }
        return found;
    }

    private static List<Token> words(String text) {
        return TokenFilter.all(text).stream()
                .filter(token -> token.getType() != Token.EOF && token.getType() != WaveLexer.DOC)
                .toList();
    }

    private static boolean inside(Token token, Place place) {
        int line = token.getLine();
        int column = token.getCharPositionInLine() + 1;
        boolean behindStart = line > place.line() || (line == place.line() && column >= place.column());
        boolean beforeEnd = line < place.endLine() || (line == place.endLine() && column < place.endColumn());
        return behindStart && beforeEnd;
    }

    private static boolean sameWords(List<Token> left, List<Token> right) {
        for (int i = 0; i < left.size(); i++) {
            if (!left.get(i).getText().equals(right.get(i).getText())) {
                return false;
            }
        }
        return true;
    }
}
