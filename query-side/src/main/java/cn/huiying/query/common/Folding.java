package cn.huiying.query.common;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Text as it is compared: compatibility forms (full width among them) and case folded, traditional characters made simplified.
 * Each character is folded on its own, so that a part of a text always folds to a part of the folded text.
 */
public final class Folding {

    private static final Normalizer2 FORMS = Normalizer2.getNFKCCasefoldInstance();
    private static final Map<Integer, String> SIMPLIFIED = simplified();
    /** What each character of the basic plane folds to, where that is exactly one such character; 0 elsewhere. */
    private static final char[] ONE_TO_ONE = oneToOne();

    /**
     * A folded text.
     *
     * @param origins for each of its chars where the character it was made of begins in the original
     */
    public record Folded(String text, int[] origins) {}

    private Folding() {}

    public static Folded fold(String original) {
        StringBuilder text = new StringBuilder(original.length());
        int[] origins = new int[original.length()];
        for (int at = 0; at < original.length(); ) {
            int from = text.length();
            int codePoint = original.codePointAt(at);
            char one = codePoint < ONE_TO_ONE.length ? ONE_TO_ONE[codePoint] : 0;
            if (one != 0) {
                text.append(one);
            } else {
                text.append(folded(codePoint));
            }
            if (text.length() > origins.length) {
                origins = Arrays.copyOf(origins, text.length() * 2);
            }
            Arrays.fill(origins, from, text.length(), at);
            at += Character.charCount(codePoint);
        }
        return new Folded(text.toString(), origins);
    }

    /** The folded runs of letters and digits of a text; whatever else stands in it only parts them. */
    public static List<String> words(String original) {
        String text = fold(original).text();
        List<String> words = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = endOfWord(text, at);
            if (end > at) {
                words.add(text.substring(at, end));
            }
            at = end == text.length() ? end : end + Character.charCount(text.codePointAt(end));
        }
        return words;
    }

    /** Where the word that begins here ends; here, where none does. */
    public static int endOfWord(String folded, int from) {
        int at = from;
        while (at < folded.length() && isOfAWord(folded.codePointAt(at))) {
            at += Character.charCount(folded.codePointAt(at));
        }
        return at;
    }

    private static boolean isOfAWord(int codePoint) {
        // 〇 is an ideograph and no letter.
        return Character.isLetterOrDigit(codePoint) || Character.isIdeographic(codePoint);
    }

    private static String folded(int codePoint) {
        StringBuilder folded = new StringBuilder();
        FORMS.normalize(Character.toString(codePoint))
                .codePoints()
                .forEach(c -> folded.append(SIMPLIFIED.getOrDefault(c, Character.toString(c))));
        return folded.toString();
    }

    private static Map<Integer, String> simplified() {
        Transliterator rules = Transliterator.getInstance("Traditional-Simplified");
        UnicodeSet traditional = rules.getSourceSet();
        Map<Integer, String> simplified = new HashMap<>();
        for (String character : traditional) {
            simplified.put(character.codePointAt(0), rules.transliterate(character));
        }
        return simplified;
    }

    private static char[] oneToOne() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            String folded = Character.isSurrogate(c) ? "" : folded(c);
            table[c] = folded.length() == 1 ? folded.charAt(0) : 0;
        }
        return table;
    }
}
