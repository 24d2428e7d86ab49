package cn.huiying.shared.privacy;

/** Makes everything that is sealed for a person unreadable for ever. Safe for use by many threads. */
public interface PersonalDataErasure {

    /**
     * Destroys the person's key and removes what was sealed beside the log; on disk before this returns. A second time changes
     * nothing. Nothing is sealed for the person afterwards.
     *
     * @param subject account id
     */
    void erase(String subject);
}
