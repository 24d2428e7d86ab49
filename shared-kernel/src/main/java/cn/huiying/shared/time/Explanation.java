package cn.huiying.shared.time;

/** Why a due moment is what it is, for an officer, a citizen or a court. */
public record Explanation(String chinese, String english) {}
