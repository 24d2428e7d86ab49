package cn.huiying.query.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.NGramPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Queries for words in documents whose fields {@code title} and {@code body} are indexed by {@link LuceneBigrams}. */
public final class LuceneWords {

    private LuceneWords() {}

    /** @param text whose words must all stand in the title or the body; null does not narrow */
    public static void all(BooleanQuery.Builder query, String text) {
        if (text != null) {
            for (String word : Folding.words(text)) {
                query.add(word(word), BooleanClause.Occur.MUST);
            }
        }
    }

    /** @param values of which a field must have one; none do not narrow */
    public static <T> void any(BooleanQuery.Builder query, String field, Set<T> values, Function<T, String> text) {
        if (!values.isEmpty()) {
            query.add(
                    new TermInSetQuery(
                            field,
                            values.stream()
                                    .map(value -> new BytesRef(text.apply(value)))
                                    .toList()),
                    BooleanClause.Occur.FILTER);
        }
    }

    /** The word in the title or in the text; the title counts for more. */
    private static Query word(String word) {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        either.add(new BoostQuery(word("title", word), 3), BooleanClause.Occur.SHOULD);
        either.add(word("body", word), BooleanClause.Occur.SHOULD);
        return either.build();
    }

    private static Query word(String field, String word) {
        List<String> pairs = pairs(word);
        if (pairs.isEmpty()) {
            return new PrefixQuery(new Term(field, word));
        }
        return pairs.size() == 1
                ? new TermQuery(new Term(field, pairs.getFirst()))
                : new NGramPhraseQuery(2, new PhraseQuery(field, pairs.toArray(String[]::new)));
    }

    /** The overlapping pairs of a folded word, as the analyzer makes them; none of a single character. */
    public static List<String> pairs(String word) {
        List<String> pairs = new ArrayList<>();
        int first = 0;
        int second = word.offsetByCodePoints(0, 1);
        while (second < word.length()) {
            int end = word.offsetByCodePoints(second, 1);
            pairs.add(word.substring(first, end));
            first = second;
            second = end;
        }
        return pairs;
    }
}
