package cn.huiying.query.common;

/**
 * One event with what the framework knows of it.
 *
 * @param version  its sequence number in its own stream
 * @param position its place in the log
 */
public record Recorded<E>(E event, long version, long position) {}
