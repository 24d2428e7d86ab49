package cn.huiying.command.picture;

/** What was sent is no picture that the platform takes, or not the one it says it is (RFC 9110: 415). */
public final class UnsupportedPicture extends RuntimeException {

    private final String chinese;

    UnsupportedPicture(String chinese, String english) {
        super(english);
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return getMessage();
    }
}
