package cn.huiying.query.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Marks beside a Chinese character in full width, as documents are printed (GB/T 15834—2011); those in figures stay. */
final class ChinesePunctuation {

    private static final String HALF = ",:;?!(";
    private static final String FULL = "，：；？！（";

    private ChinesePunctuation() {}

    static String of(String text) {
        StringBuilder printed = new StringBuilder(text);
        Deque<Boolean> brackets = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char mark = text.charAt(i);
            int known = HALF.indexOf(mark);
            boolean chinese = isChinese(text, i - 1) || isChinese(text, i + 1);
            if (known >= 0 && chinese) {
                printed.setCharAt(i, FULL.charAt(known));
            }
            if (mark == '(') {
                brackets.push(chinese);
            } else if (mark == ')' && !brackets.isEmpty() && brackets.pop()) {
                printed.setCharAt(i, '）');
            }
        }
        return printed.toString();
    }

    private static boolean isChinese(String text, int index) {
        return index >= 0
                && index < text.length()
                && (Character.isIdeographic(text.charAt(index)) || "“”《》、。".indexOf(text.charAt(index)) >= 0);
    }
}
