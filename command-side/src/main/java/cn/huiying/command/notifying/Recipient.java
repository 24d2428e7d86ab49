package cn.huiying.command.notifying;

import cn.huiying.shared.rule.Role;

/**
 * Who is told 通知对象: a role, and where many hold it, which of them.
 *
 * @param code the account of a citizen, the code of an agency, the district of a county officer; null for an office of the city
 */
record Recipient(Role role, String code) {

    /** Such as {@code AGENCY_HANDLER:445224-114}; as it stands in the outbox. */
    @Override
    public String toString() {
        return code == null ? role.name() : role + ":" + code;
    }
}
