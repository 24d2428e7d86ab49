package cn.huiying.query.common;

import cn.huiying.query.common.Folding.Folded;
import java.util.BitSet;
import java.util.List;

/** Shows where words stand in a text, by {@code <em>} in HTML; what the text itself says is escaped. */
public final class Snippets {

    private static final int BEFORE = 20;
    private static final int LENGTH = 80;
    private static final int PASSAGES = 2;

    private Snippets() {}

    /** The whole text. */
    public static String whole(String text, List<String> words) {
        return html(text, 0, text.length(), marks(text, words));
    }

    /** The passages where the words stand first, or the beginning where they do not. */
    public static String passages(String text, List<String> words) {
        BitSet marks = marks(text, words);
        StringBuilder html = new StringBuilder();
        int from = Math.max(0, marks.nextSetBit(0) - BEFORE);
        int to = 0;
        for (int passage = 0; passage < PASSAGES && from >= 0; passage++) {
            from = whole(text, Math.max(from, to));
            html.append(from > to ? "…" : "");
            to = whole(text, Math.min(text.length(), from + LENGTH));
            html.append(html(text, from, to, marks));
            int next = marks.nextSetBit(to);
            from = next < 0 ? -1 : next - BEFORE;
        }
        return html.append(to < text.length() ? "…" : "").toString();
    }

    private static BitSet marks(String text, List<String> words) {
        Folded folded = Folding.fold(text);
        BitSet marks = new BitSet();
        for (String word : words) {
            for (int at = folded.text().indexOf(word);
                    at >= 0;
                    at = folded.text().indexOf(word, at + 1)) {
                int last = folded.origins()[at + word.length() - 1];
                marks.set(folded.origins()[at], last + Character.charCount(text.codePointAt(last)));
            }
        }
        return marks;
    }

    /** Not within a character of two chars. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static String html(String text, int from, int to, BitSet marks) {
        StringBuilder html = new StringBuilder();
        boolean marked = false;
        for (int at = from; at < to; at++) {
            if (marks.get(at) != marked) {
                marked = !marked;
                html.append(marked ? "<em>" : "</em>");
            }
            char c = text.charAt(at);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return html.append(marked ? "</em>" : "").toString();
    }
}
