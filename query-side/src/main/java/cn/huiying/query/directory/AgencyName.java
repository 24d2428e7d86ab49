package cn.huiying.query.directory;

/** An agency as the answers of every door show it. */
public record AgencyName(String code, String name) {

    /** The agency with its name in the directory; null where there is no agency. */
    public static AgencyName of(String code, AgencyDirectory directory) {
        return code == null ? null : new AgencyName(code, directory.name(code));
    }
}
