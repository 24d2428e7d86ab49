package cn.huiying.shared.petition;

/** Where a petition stands (domain states; see the procedure in the docs). */
public enum State {
    /** 待审核. */
    PENDING_REVIEW("待审核", Counting.PENDING, PublicTab.NONE),
    /** 待补正. */
    AWAITING_CORRECTION("待补正", Counting.PENDING, PublicTab.NONE),
    /** 不予受理. */
    NOT_ACCEPTED("不予受理", Counting.EXCLUDED, PublicTab.NONE),
    /** 引导法定途径. */
    REDIRECTED("引导法定途径", Counting.EXCLUDED, PublicTab.NONE),
    /** 已并案. */
    MERGED("已并案", Counting.EXCLUDED, PublicTab.NONE),
    /** 已撤回. */
    WITHDRAWN("已撤回", Counting.EXCLUDED, PublicTab.NONE),
    /** 已受理(待交办). */
    ACCEPTED("已受理", Counting.IN_HAND, PublicTab.AWAITING_REPLY),
    /** 已交办(待签收). */
    DISPATCHED("已交办", Counting.IN_HAND, PublicTab.AWAITING_REPLY),
    /** 办理中. */
    HANDLING("办理中", Counting.IN_HAND, PublicTab.IN_PROGRESS),
    /** 答复审核中. */
    REPLY_IN_REVIEW("答复审核中", Counting.IN_HAND, PublicTab.IN_PROGRESS),
    /** 已办结(待评价). */
    RESOLVED("已办结", Counting.RESOLVED, PublicTab.DONE),
    /** 已结案. */
    CLOSED("已结案", Counting.RESOLVED, PublicTab.DONE),
    /** 已归档. */
    ARCHIVED("已归档", Counting.RESOLVED, PublicTab.DONE),
    /** 终止办理: closed, but counted apart. */
    TERMINATED("终止办理", Counting.TERMINATED, PublicTab.DONE);

    /** How a state counts in the published figures. */
    public enum Counting {
        /** 待审: shown apart, in no rate. */
        PENDING,
        /** 办理中: counts as received. */
        IN_HAND,
        /** 已办结: counts as received and as resolved. */
        RESOLVED,
        /** 终止办理: received, neither in hand nor resolved. */
        TERMINATED,
        /** Not a valid message 有效留言; counted apart. */
        EXCLUDED
    }

    /** The tab of the public listing a state is shown under. */
    public enum PublicTab {
        NONE("", ""),
        /** 待回复. */
        AWAITING_REPLY("待回复", "awaiting-reply"),
        /** 办理中. */
        IN_PROGRESS("办理中", "in-progress"),
        /** 已办理. */
        DONE("已办理", "done");

        private final String chinese;
        private final String slug;

        PublicTab(String chinese, String slug) {
            this.chinese = chinese;
            this.slug = slug;
        }

        public String chinese() {
            return chinese;
        }

        public String slug() {
            return slug;
        }
    }

    private final String chinese;
    private final Counting counting;
    private final PublicTab publicTab;

    State(String chinese, Counting counting, PublicTab publicTab) {
        this.chinese = chinese;
        this.counting = counting;
        this.publicTab = publicTab;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }

    public Counting counting() {
        return counting;
    }

    public PublicTab publicTab() {
        return publicTab;
    }
}
