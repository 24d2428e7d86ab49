package cn.huiying.query.directory;

/** An agency as the answers of every door show it. */
public record AgencyName(String code, String name) {

    /** The agency with its name; null where there is no agency. */
    public static AgencyName of(String code, AgencyNames names) {
        return code == null ? null : new AgencyName(code, names.name(code));
    }
}
