package cn.huiying.shared.access;

/** Kinds of access that are on record; the constants are part of the stored access log. */
public enum AccessAct {
    /** 查看个人信息: sealed data was opened. */
    READ("查看个人信息"),
    /** 导出. */
    EXPORT("导出"),
    /** 备份. */
    BACKUP("备份"),
    /** 签署检查点. */
    SIGN("签署检查点"),
    /** 重建数据视图, and all else that is done to read models. */
    REBUILD("重建数据视图"),
    /** 查询日志: entries of the log, or of the access log itself, were looked at. */
    LOOK_UP("查询日志");

    private final String chinese;

    AccessAct(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
