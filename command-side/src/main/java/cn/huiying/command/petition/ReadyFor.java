package cn.huiying.command.petition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the checks of a stage that a command passes or not whatever it says: they come before its own, and the commands that
 * would fail them are not offered.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ReadyFor {

    Class<?> value();
}
