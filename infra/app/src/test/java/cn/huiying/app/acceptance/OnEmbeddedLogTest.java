package cn.huiying.app.acceptance;

/** The one-process default. */
class OnEmbeddedLogTest extends PlatformAcceptance {}
