package cn.huiying.command.account;

/**
 * What the operator sets about accounts.
 *
 * @param noticeVersion the privacy notice in force
 */
public record AccountSettings(String noticeVersion) {}
