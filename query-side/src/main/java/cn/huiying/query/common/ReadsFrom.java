package cn.huiying.query.common;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the read model a REST method answers from, so that {@code Petition-Min-Position} waits for the right one and
 * {@code Petition-Position} tells the truth.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ReadsFrom {

    /** The log itself: always up to date. */
    String LOG = "log";

    /** A processing group, or {@link #LOG}. */
    String value();

    /** What it answers from where it is asked how things stood: a processing group, or {@link #LOG}. */
    String past() default LOG;
}
