package cn.huiying.query.directory;

/** What agencies are called, now or at some position of the log. */
public interface AgencyNames {

    /** The name of an agency, or its code where it is unknown. */
    String name(String code);
}
