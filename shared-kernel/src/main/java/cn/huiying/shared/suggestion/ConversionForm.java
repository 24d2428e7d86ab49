package cn.huiying.shared.suggestion;

/** Into what suggestions are converted 转化方式 (上海市人民建议征集若干规定 Art. 13). */
public enum ConversionForm {
    /** 政策文件. */
    POLICY_DOCUMENT("政策文件"),
    /** 地方性法规、规章. */
    LEGISLATION("地方性法规、规章"),
    /** 规划计划. */
    PLAN("规划计划"),
    /** 工程项目. */
    PROJECT("工程项目"),
    /** 工作措施. */
    WORK_MEASURE("工作措施"),
    /** 改革试点. */
    REFORM_PILOT("改革试点"),
    /** 其他. */
    OTHER("其他");

    private final String chinese;

    ConversionForm(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
