package cn.huiying.query.common;

import java.io.IOException;
import java.io.StringWriter;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Every overlapping pair of characters of the folded words, Latin letters and digits too, and each word's last character by
 * itself: two or more characters are found as a phrase of pairs, one as the beginning of a term.
 */
public final class LuceneBigrams extends Tokenizer {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private String text;
    private int at;
    private int end;

    public static Analyzer analyzer() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                return new TokenStreamComponents(new LuceneBigrams());
            }
        };
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        StringWriter original = new StringWriter();
        input.transferTo(original);
        text = Folding.fold(original.toString()).text();
        at = 0;
        end = 0;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (at == end) {
            while (at < text.length() && (end = Folding.endOfWord(text, at)) == at) {
                at += Character.charCount(text.codePointAt(at));
            }
            if (at == text.length()) {
                end = at;
                return false;
            }
            // A hole between words: no phrase reaches across.
            increment.setPositionIncrement(2);
        }
        int second = at + Character.charCount(text.codePointAt(at));
        term.append(text, at, second == end ? end : second + Character.charCount(text.codePointAt(second)));
        at = second;
        return true;
    }
}
