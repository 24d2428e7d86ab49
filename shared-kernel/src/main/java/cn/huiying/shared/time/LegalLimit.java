package cn.huiying.shared.time;

import java.time.LocalDate;

/**
 * 法定最长期限: the outer limit the law sets to a deadline, which no policy, extension or pause can pass.
 *
 * @param from    the day it counts from, itself not counted
 * @param lastDay the last day it allows
 */
public record LegalLimit(Article article, LocalDate from, int amount, Unit unit, LocalDate lastDay) {

    /** The articles of 信访工作条例 that set one. */
    public enum Article {
        /** 登记、转送、交办, 15日; also the notice of Art. 23. */
        ARTICLE_22("第二十二条", 22),
        /** 转送交办异议, 5个工作日. */
        ARTICLE_23("第二十三条", 23),
        /** 申诉求决办结, 60日, 可延长30日. */
        ARTICLE_34("第三十四条", 34);

        private final String chinese;
        private final int number;

        Article(String chinese, int number) {
            this.chinese = chinese;
            this.number = number;
        }

        public String chinese() {
            return "信访工作条例" + chinese;
        }

        public String english() {
            return "Art. " + number + " of the Petition Work Regulations";
        }
    }
}
