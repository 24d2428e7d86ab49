package cn.huiying.command.picture;

/** The bytes end too early, or are not what the format asks for. */
final class DamagedPicture extends Exception {}
