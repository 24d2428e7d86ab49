package cn.huiying.shared.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Every request to this REST method is put into the access log, also one that is refused (GB/T 22239-2019, 8.1.4.3). What opens sealed
 * data is on record without it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnRecord {
    AccessAct value();
}
