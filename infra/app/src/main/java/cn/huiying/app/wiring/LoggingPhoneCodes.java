package cn.huiying.app.wiring;

import cn.huiying.command.account.PhoneCodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stands where an SMS gateway will: the code is logged, with no more of the phone than its last two digits. */
@Component
class LoggingPhoneCodes implements PhoneCodes {

    private static final Logger log = LoggerFactory.getLogger(LoggingPhoneCodes.class);

    @Override
    public void send(String phone, String code) {
        log.info("Code {} for the phone that ends in {}", code, phone.substring(phone.length() - 2));
    }
}
