package cn.huiying.query.common;

import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that are hard to search: few characters, so that they meet often, of every kind. */
public final class Texts {

    private static final List<String> CHARACTERS = List.of(
            "噪", "音", "扰", "擾", "民", "猪", "豬", "場", "场", "G", "g", "Ｇ", "2", "２", "0", "6", "国", "國", "道", "〇", "乾",
            "隆", "𠀀", "㎡", "，", "。", " ", "\n", "-", "(", "；");

    private Texts() {}

    public static String random(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
        }
        return text.toString();
    }
}
