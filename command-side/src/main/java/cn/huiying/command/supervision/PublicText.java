package cn.huiying.command.supervision;

/** What of a petition was redacted, approved and is shown to everyone. */
record PublicText(String title, String body) {}
