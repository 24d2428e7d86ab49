package cn.huiying.command.account;

/** Sends a code to a phone. */
public interface PhoneCodes {

    /** @throws RuntimeException where it could not be handed over; the caller may ask again */
    void send(String phone, String code);
}
